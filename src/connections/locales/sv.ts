import type { ConnectionsCaptions } from '../language/captions.js';

/** Swedish. */
export const sv: ConnectionsCaptions = {
  loading: 'Läser in…',
  empty: 'Det finns inget CRM att ansluta.',
  offline: 'Ingen anslutning till servern.',
  error: 'Anslutningarna kunde inte läsas in.',
  retry: 'Försök igen',
  signedOut: 'Logga in för att se dina anslutningar.',
  search: 'Sök',
  results: 'Resultat: {count}',
  none: 'Inte ansluten',
  since: 'Ansluten sedan {date}',
  until: 'Åtkomst till {date}',
  expired: 'Åtkomsten har gått ut. Anslut igen.',
  disconnected: 'Frånkopplad i CRM',
  another: 'Anslut ett konto till',
  disconnect: 'Koppla från',
  ask: 'Vill du koppla från {account}?',
  cancel: 'Avbryt',
  remove: 'Ta bort',
  failed: 'Det gick inte. Försök igen.',
  ended: 'Frånkopplad: {account}',
};
