import type { ConnectionsCaptions } from '../language/captions.js';

/** Norwegian Bokmål. */
export const nb: ConnectionsCaptions = {
  loading: 'Laster…',
  empty: 'Det er ingen CRM å koble til.',
  offline: 'Ingen forbindelse til serveren.',
  error: 'Tilkoblingene kunne ikke lastes.',
  retry: 'Prøv igjen',
  signedOut: 'Logg inn for å se tilkoblingene dine.',
  search: 'Søk',
  results: 'Resultater: {count}',
  none: 'Ikke koblet til',
  since: 'Koblet til siden {date}',
  until: 'Tilgang til {date}',
  expired: 'Tilgangen er utløpt. Koble til på nytt.',
  disconnected: 'Koblet fra i CRM',
  another: 'Koble til en konto til',
  disconnect: 'Koble fra',
  ask: 'Vil du koble fra {account}?',
  cancel: 'Avbryt',
  remove: 'Fjern',
  failed: 'Det gikk ikke. Prøv igjen.',
  ended: 'Koblet fra: {account}',
};
