import type { ConnectionsCaptions } from '../language/captions.js';

/** Lithuanian. Infinitives on buttons, the polite plural in sentences; foreign names stand in quotation marks, uninflected. */
export const lt: ConnectionsCaptions = {
  loading: 'Įkeliama…',
  empty: 'Nėra CRM, kurią būtų galima prijungti.',
  offline: 'Nėra ryšio su serveriu.',
  error: 'Nepavyko įkelti ryšių.',
  retry: 'Bandyti dar kartą',
  signedOut: 'Prisijunkite, kad matytumėte savo ryšius.',
  search: 'Ieškoti',
  results: 'Rezultatai: {count}',
  none: 'Neprijungta',
  since: 'Prijungta nuo {date}',
  until: 'Prieiga iki {date}',
  expired: 'Prieiga baigėsi. Prijunkite iš naujo.',
  disconnected: 'Atjungta CRM sistemoje',
  another: 'Prijungti kitą paskyrą',
  disconnect: 'Atjungti',
  ask: 'Atjungti „{account}“?',
  cancel: 'Atšaukti',
  remove: 'Pašalinti',
  failed: 'Nepavyko. Bandykite dar kartą.',
  ended: 'Atjungta: {account}',
};
