import type { ConnectionsCaptions } from '../language/captions.js';

/** Estonian. The singular on buttons, the polite plural in sentences. */
export const et: ConnectionsCaptions = {
  loading: 'Laadimine…',
  empty: 'Ühendatavat CRM-i pole.',
  offline: 'Serveriga pole ühendust.',
  error: 'Ühendusi ei õnnestunud laadida.',
  retry: 'Proovi uuesti',
  signedOut: 'Logige sisse, et näha oma ühendusi.',
  search: 'Otsi',
  results: 'Tulemused: {count}',
  none: 'Ühendamata',
  since: 'Ühendatud alates {date}',
  until: 'Juurdepääs kuni {date}',
  expired: 'Juurdepääs on aegunud. Ühendage uuesti.',
  disconnected: 'CRM-is katkestatud',
  another: 'Ühenda teine konto',
  disconnect: 'Katkesta ühendus',
  ask: 'Kas katkestada ühendus kontoga {account}?',
  cancel: 'Tühista',
  remove: 'Eemalda',
  failed: 'See ei õnnestunud. Proovige uuesti.',
  ended: 'Ühendus katkestatud: {account}',
};
