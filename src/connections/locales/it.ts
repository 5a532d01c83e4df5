import type { ConnectionsCaptions } from '../language/captions.js';

/** Italian. The familiar form (tu), as is usual in its software. */
export const it: ConnectionsCaptions = {
  loading: 'Caricamento…',
  empty: 'Non c’è nessun CRM da collegare.',
  offline: 'Nessuna connessione al server.',
  error: 'Impossibile caricare i collegamenti.',
  retry: 'Riprova',
  signedOut: 'Accedi per vedere i tuoi collegamenti.',
  search: 'Cerca',
  results: 'Risultati: {count}',
  none: 'Non collegato',
  since: 'Collegato dal {date}',
  until: 'Accesso fino al {date}',
  expired: 'L’accesso è scaduto. Collega di nuovo.',
  disconnected: 'Scollegato nel CRM',
  another: 'Collega un altro account',
  disconnect: 'Scollega',
  ask: 'Scollegare {account}?',
  cancel: 'Annulla',
  remove: 'Rimuovi',
  failed: 'Non ha funzionato. Riprova.',
  ended: 'Scollegato: {account}',
};
