import type { Captions } from '../button/language/captions.js';

/** Catalan. Commands to the program in the singular, to the visitor in the polite plural (vós). */
export const ca: Captions = {
  title: 'Continua amb {crm}',
  disconnect: 'Desconnecta {crm}',
  reconnect: 'Torna a connectar {crm}',
  opens: 'S’obre en una finestra nova',
  connecting: 'S’està connectant…',
  waiting: 'Acabeu el procés a l’altra finestra.',
  cancel: 'Cancel·la',
  reopen: 'Torna a obrir',
  blocked: 'El navegador ha bloquejat la finestra.',
  here: 'Continua en aquesta pestanya',
  link: 'Obre en una pestanya nova',
  connected: 'Connectat',
  connectedAs: 'Compte connectat: {account}',
  lost: 'S’ha perdut la connexió.',
  denied: 'S’ha denegat l’accés.',
  error: 'S’ha produït un error. Torneu-ho a provar.',
};
