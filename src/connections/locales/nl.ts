import type { ConnectionsCaptions } from '../language/captions.js';

/** Dutch. Infinitives on buttons, the familiar form in sentences, as is usual in its software. */
export const nl: ConnectionsCaptions = {
  loading: 'Laden…',
  empty: 'Er is geen CRM om te koppelen.',
  offline: 'Geen verbinding met de server.',
  error: 'De koppelingen konden niet worden geladen.',
  retry: 'Opnieuw proberen',
  signedOut: 'Log in om je koppelingen te zien.',
  search: 'Zoeken',
  results: 'Resultaten: {count}',
  none: 'Niet gekoppeld',
  since: 'Gekoppeld sinds {date}',
  until: 'Toegang tot {date}',
  expired: 'De toegang is verlopen. Koppel opnieuw.',
  disconnected: 'Ontkoppeld in het CRM',
  another: 'Nog een account koppelen',
  disconnect: 'Ontkoppelen',
  ask: '{account} ontkoppelen?',
  cancel: 'Annuleren',
  remove: 'Verwijderen',
  failed: 'Dat is niet gelukt. Probeer het opnieuw.',
  ended: 'Ontkoppeld: {account}',
};
