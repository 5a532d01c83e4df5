import type { ConnectionsCaptions } from '../language/captions.js';

/** Slovak. Infinitives on buttons, the polite plural in sentences. */
export const sk: ConnectionsCaptions = {
  loading: 'Načítava sa…',
  empty: 'Nie je žiadne CRM na pripojenie.',
  offline: 'Nie je spojenie so serverom.',
  error: 'Pripojenia sa nepodarilo načítať.',
  retry: 'Skúsiť znova',
  signedOut: 'Prihláste sa a uvidíte svoje pripojenia.',
  search: 'Hľadať',
  results: 'Výsledky: {count}',
  none: 'Nepripojené',
  since: 'Pripojené od {date}',
  until: 'Prístup do {date}',
  expired: 'Prístup vypršal. Pripojte účet znova.',
  disconnected: 'Odpojené v CRM',
  another: 'Pripojiť ďalší účet',
  disconnect: 'Odpojiť',
  ask: 'Odpojiť {account}?',
  cancel: 'Zrušiť',
  remove: 'Odstrániť',
  failed: 'Nepodarilo sa to. Skúste to znova.',
  ended: 'Odpojené: {account}',
};
