import type { Captions } from '../button/language/captions.js';

/** Slovak. Infinitives on buttons, the polite plural in sentences. */
export const sk: Captions = {
  title: 'Pokračovať cez {crm}',
  disconnect: 'Odpojiť {crm}',
  reconnect: 'Znova pripojiť {crm}',
  opens: 'Otvorí sa v novom okne',
  connecting: 'Pripája sa…',
  waiting: 'Dokončite to v druhom okne.',
  cancel: 'Zrušiť',
  reopen: 'Otvoriť znova',
  blocked: 'Prehliadač okno zablokoval.',
  here: 'Pokračovať na tejto karte',
  link: 'Otvoriť na novej karte',
  connected: 'Pripojené',
  connectedAs: 'Pripojené ako {account}',
  lost: 'Pripojenie sa prerušilo.',
  denied: 'Prístup bol zamietnutý.',
  error: 'Niečo sa pokazilo. Skúste to znova.',
};
