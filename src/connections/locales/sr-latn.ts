import type { ConnectionsCaptions } from '../language/captions.js';

/** Serbian, Latin: the same words as in Cyrillic. */
export const srLatn: ConnectionsCaptions = {
  loading: 'Učitavanje…',
  empty: 'Nema sistema za povezivanje.',
  offline: 'Nema veze sa serverom.',
  error: 'Veze nije moguće učitati.',
  retry: 'Pokušaj ponovo',
  signedOut: 'Prijavite se da biste videli svoje veze.',
  search: 'Pretraži',
  results: 'Rezultati: {count}',
  none: 'Nije povezano',
  since: 'Povezano od {date}',
  until: 'Pristup do {date}',
  expired: 'Pristup je istekao. Povežite ponovo.',
  disconnected: 'Veza prekinuta u sistemu',
  another: 'Poveži drugi nalog',
  disconnect: 'Prekini vezu',
  ask: 'Prekinuti vezu sa nalogom {account}?',
  cancel: 'Otkaži',
  remove: 'Ukloni',
  failed: 'Nije uspelo. Pokušajte ponovo.',
  ended: 'Veza prekinuta: {account}',
};
