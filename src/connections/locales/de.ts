import type { ConnectionsCaptions } from '../language/captions.js';

/** German. The visitor is not addressed, so that it suits Sie and du alike. */
export const de: ConnectionsCaptions = {
  loading: 'Wird geladen…',
  empty: 'Es gibt kein CRM zum Verbinden.',
  offline: 'Keine Verbindung zum Server.',
  error: 'Die Verbindungen konnten nicht geladen werden.',
  retry: 'Erneut versuchen',
  signedOut: 'Nach der Anmeldung erscheinen hier die Verbindungen.',
  search: 'Suchen',
  results: 'Ergebnisse: {count}',
  none: 'Nicht verbunden',
  since: 'Verbunden seit {date}',
  until: 'Zugriff bis {date}',
  expired: 'Der Zugriff ist abgelaufen. Bitte erneut verbinden.',
  disconnected: 'Im CRM getrennt',
  another: 'Weiteres Konto verbinden',
  disconnect: 'Trennen',
  ask: '{account} trennen?',
  cancel: 'Abbrechen',
  remove: 'Entfernen',
  failed: 'Das hat nicht geklappt. Bitte erneut versuchen.',
  ended: 'Getrennt: {account}',
};
