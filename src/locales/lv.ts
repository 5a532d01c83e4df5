import type { Captions } from '../button/language/captions.js';

/** Latvian. Infinitives on buttons, the polite plural in sentences. */
export const lv: Captions = {
  title: 'Turpināt ar {crm}',
  disconnect: 'Atvienot {crm}',
  reconnect: 'Pievienot {crm} vēlreiz',
  opens: 'Tiks atvērts jaunā logā',
  connecting: 'Notiek savienošana…',
  waiting: 'Pabeidziet otrā logā.',
  cancel: 'Atcelt',
  reopen: 'Atvērt vēlreiz',
  blocked: 'Pārlūks bloķēja logu.',
  here: 'Turpināt šajā cilnē',
  link: 'Atvērt jaunā cilnē',
  connected: 'Pievienots',
  connectedAs: 'Pievienotais konts: {account}',
  lost: 'Savienojums tika zaudēts.',
  denied: 'Piekļuve tika liegta.',
  error: 'Radās kļūda. Mēģiniet vēlreiz.',
};
