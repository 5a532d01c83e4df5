import type { ConnectionsCaptions } from '../language/captions.js';

/** Polish. The familiar form, as is usual in its software; no form depends on the visitor’s gender. */
export const pl: ConnectionsCaptions = {
  loading: 'Wczytywanie…',
  empty: 'Nie ma CRM do połączenia.',
  offline: 'Brak połączenia z serwerem.',
  error: 'Nie udało się wczytać połączeń.',
  retry: 'Spróbuj ponownie',
  signedOut: 'Zaloguj się, aby zobaczyć połączenia.',
  search: 'Szukaj',
  results: 'Wyniki: {count}',
  none: 'Nie połączono',
  since: 'Połączono: {date}',
  until: 'Dostęp do: {date}',
  expired: 'Dostęp wygasł. Połącz ponownie.',
  disconnected: 'Odłączono w CRM',
  another: 'Połącz inne konto',
  disconnect: 'Odłącz',
  ask: 'Odłączyć {account}?',
  cancel: 'Anuluj',
  remove: 'Usuń',
  failed: 'Nie udało się. Spróbuj jeszcze raz.',
  ended: 'Odłączono: {account}',
};
