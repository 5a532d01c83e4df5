import type { Captions } from '../button/language/captions.js';

/** Lithuanian. Infinitives on buttons, the polite plural in sentences; foreign names stand in quotation marks, uninflected. */
export const lt: Captions = {
  title: 'Tęsti su „{crm}“',
  disconnect: 'Atjungti „{crm}“',
  reconnect: 'Vėl prijungti „{crm}“',
  opens: 'Atsidarys naujame lange',
  connecting: 'Jungiamasi…',
  waiting: 'Užbaikite kitame lange.',
  cancel: 'Atšaukti',
  reopen: 'Atidaryti iš naujo',
  blocked: 'Naršyklė užblokavo langą.',
  here: 'Tęsti šiame skirtuke',
  link: 'Atidaryti naujame skirtuke',
  connected: 'Prijungta',
  connectedAs: 'Prijungta paskyra: {account}',
  lost: 'Ryšys nutrūko.',
  denied: 'Prieiga nesuteikta.',
  error: 'Įvyko klaida. Bandykite dar kartą.',
};
