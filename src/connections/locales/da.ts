import type { ConnectionsCaptions } from '../language/captions.js';

/** Danish. */
export const da: ConnectionsCaptions = {
  loading: 'Indlæser…',
  empty: 'Der er ingen CRM at forbinde.',
  offline: 'Ingen forbindelse til serveren.',
  error: 'Forbindelserne kunne ikke indlæses.',
  retry: 'Prøv igen',
  signedOut: 'Log ind for at se dine forbindelser.',
  search: 'Søg',
  results: 'Resultater: {count}',
  none: 'Ikke forbundet',
  since: 'Forbundet siden {date}',
  until: 'Adgang indtil {date}',
  expired: 'Adgangen er udløbet. Forbind igen.',
  disconnected: 'Afbrudt i CRM',
  another: 'Forbind en konto mere',
  disconnect: 'Afbryd',
  ask: 'Vil du afbryde {account}?',
  cancel: 'Annuller',
  remove: 'Fjern',
  failed: 'Det virkede ikke. Prøv igen.',
  ended: 'Afbrudt: {account}',
};
