import type { ConnectionsCaptions } from '../language/captions.js';

/** Catalan. Commands to the program in the singular, to the visitor in the polite plural (vós). */
export const ca: ConnectionsCaptions = {
  loading: 'S’està carregant…',
  empty: 'No hi ha cap CRM per connectar.',
  offline: 'No hi ha connexió amb el servidor.',
  error: 'No s’han pogut carregar les connexions.',
  retry: 'Torna-ho a provar',
  signedOut: 'Inicieu la sessió per veure les connexions.',
  search: 'Cerca',
  results: 'Resultats: {count}',
  none: 'Sense connectar',
  since: 'Connectat des del {date}',
  until: 'Accés fins al {date}',
  expired: 'L’accés ha caducat. Torneu a connectar.',
  disconnected: 'Desconnectat al CRM',
  another: 'Connecta un altre compte',
  disconnect: 'Desconnecta',
  ask: 'Voleu desconnectar {account}?',
  cancel: 'Cancel·la',
  remove: 'Elimina',
  failed: 'No ha funcionat. Torneu-ho a provar.',
  ended: 'Desconnectat: {account}',
};
