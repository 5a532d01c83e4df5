import type { ConnectionsCaptions } from '../language/captions.js';

/** Romanian. The familiar form, as is usual in its software. */
export const ro: ConnectionsCaptions = {
  loading: 'Se încarcă…',
  empty: 'Nu există niciun CRM de conectat.',
  offline: 'Nu există conexiune la server.',
  error: 'Conexiunile nu au putut fi încărcate.',
  retry: 'Încearcă din nou',
  signedOut: 'Autentifică-te ca să îți vezi conexiunile.',
  search: 'Caută',
  results: 'Rezultate: {count}',
  none: 'Neconectat',
  since: 'Conectat din {date}',
  until: 'Acces până la {date}',
  expired: 'Accesul a expirat. Conectează din nou.',
  disconnected: 'Deconectat în CRM',
  another: 'Conectează alt cont',
  disconnect: 'Deconectează',
  ask: 'Deconectezi {account}?',
  cancel: 'Anulează',
  remove: 'Elimină',
  failed: 'Nu a funcționat. Mai încearcă o dată.',
  ended: 'Deconectat: {account}',
};
