import type { Captions } from '../button/language/captions.js';

/** Dutch. Infinitives on buttons, the familiar form in sentences, as is usual in its software. */
export const nl: Captions = {
  title: 'Doorgaan met {crm}',
  disconnect: '{crm} ontkoppelen',
  reconnect: '{crm} opnieuw koppelen',
  opens: 'Wordt in een nieuw venster geopend',
  connecting: 'Verbinding maken…',
  waiting: 'Rond dit af in het andere venster.',
  cancel: 'Annuleren',
  reopen: 'Opnieuw openen',
  blocked: 'De browser heeft het venster geblokkeerd.',
  here: 'Doorgaan in dit tabblad',
  link: 'Openen in een nieuw tabblad',
  connected: 'Gekoppeld',
  connectedAs: 'Gekoppeld account: {account}',
  lost: 'De koppeling is verbroken.',
  denied: 'De toegang is geweigerd.',
  error: 'Er is iets misgegaan. Probeer het opnieuw.',
};
