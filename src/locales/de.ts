import type { Captions } from '../button/language/captions.js';

/** German. The visitor is not addressed, so that it suits Sie and du alike. */
export const de: Captions = {
  title: 'Weiter mit {crm}',
  disconnect: '{crm} trennen',
  reconnect: '{crm} erneut verbinden',
  opens: 'Wird in einem neuen Fenster geöffnet',
  connecting: 'Verbindung wird hergestellt…',
  waiting: 'Bitte im anderen Fenster abschließen.',
  cancel: 'Abbrechen',
  reopen: 'Erneut öffnen',
  blocked: 'Der Browser hat das Fenster blockiert.',
  here: 'In diesem Tab fortfahren',
  link: 'In neuem Tab öffnen',
  connected: 'Verbunden',
  connectedAs: 'Verbunden als {account}',
  lost: 'Die Verbindung ging verloren.',
  denied: 'Der Zugriff wurde verweigert.',
  error: 'Etwas ist schiefgelaufen. Bitte erneut versuchen.',
};
