import type { Captions } from '../button/language/captions.js';

/** Finnish. */
export const fi: Captions = {
  title: 'Jatka palvelulla {crm}',
  disconnect: 'Katkaise yhteys: {crm}',
  reconnect: 'Yhdistä uudelleen: {crm}',
  opens: 'Avautuu uuteen ikkunaan',
  connecting: 'Yhdistetään…',
  waiting: 'Suorita loppuun toisessa ikkunassa.',
  cancel: 'Peruuta',
  reopen: 'Avaa uudelleen',
  blocked: 'Selain esti ikkunan avaamisen.',
  here: 'Jatka tässä välilehdessä',
  link: 'Avaa uudessa välilehdessä',
  connected: 'Yhdistetty',
  connectedAs: 'Yhdistetty tili: {account}',
  lost: 'Yhteys katkesi.',
  denied: 'Pääsy evättiin.',
  error: 'Jotain meni pieleen. Yritä uudelleen.',
};
