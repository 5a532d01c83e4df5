import type { Captions } from '../button/language/captions.js';

/** Italian. The familiar form (tu), as is usual in its software. */
export const it: Captions = {
  title: 'Continua con {crm}',
  disconnect: 'Scollega {crm}',
  reconnect: 'Ricollega {crm}',
  opens: 'Si apre in una nuova finestra',
  connecting: 'Connessione in corso…',
  waiting: 'Completa l’operazione nell’altra finestra.',
  cancel: 'Annulla',
  reopen: 'Apri di nuovo',
  blocked: 'Il browser ha bloccato la finestra.',
  here: 'Continua in questa scheda',
  link: 'Apri in una nuova scheda',
  connected: 'Collegato',
  connectedAs: 'Account collegato: {account}',
  lost: 'Il collegamento è andato perso.',
  denied: 'L’accesso è stato negato.',
  error: 'Qualcosa è andato storto. Riprova.',
};
