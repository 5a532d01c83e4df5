import type { ConnectionsCaptions } from '../language/captions.js';

/** Croatian. The singular on buttons, the polite plural in sentences. */
export const hr: ConnectionsCaptions = {
  loading: 'Učitavanje…',
  empty: 'Nema CRM-a za povezivanje.',
  offline: 'Nema veze s poslužiteljem.',
  error: 'Veze nije bilo moguće učitati.',
  retry: 'Pokušaj ponovno',
  signedOut: 'Prijavite se da biste vidjeli svoje veze.',
  search: 'Traži',
  results: 'Rezultati: {count}',
  none: 'Nije povezano',
  since: 'Povezano od {date}',
  until: 'Pristup do {date}',
  expired: 'Pristup je istekao. Povežite ponovno.',
  disconnected: 'Veza prekinuta u CRM-u',
  another: 'Poveži drugi račun',
  disconnect: 'Prekini vezu',
  ask: 'Prekinuti vezu s računom {account}?',
  cancel: 'Odustani',
  remove: 'Ukloni',
  failed: 'Nije uspjelo. Pokušajte ponovno.',
  ended: 'Veza prekinuta: {account}',
};
