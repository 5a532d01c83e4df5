import type { Captions } from '../button/language/captions.js';

/** Norwegian Bokmål. */
export const nb: Captions = {
  title: 'Fortsett med {crm}',
  disconnect: 'Koble fra {crm}',
  reconnect: 'Koble til {crm} på nytt',
  opens: 'Åpnes i et nytt vindu',
  connecting: 'Kobler til…',
  waiting: 'Fullfør i det andre vinduet.',
  cancel: 'Avbryt',
  reopen: 'Åpne på nytt',
  blocked: 'Nettleseren blokkerte vinduet.',
  here: 'Fortsett i denne fanen',
  link: 'Åpne i en ny fane',
  connected: 'Tilkoblet',
  connectedAs: 'Tilkoblet som {account}',
  lost: 'Tilkoblingen ble brutt.',
  denied: 'Tilgangen ble nektet.',
  error: 'Noe gikk galt. Prøv på nytt.',
};
