import type { ConnectionsCaptions } from '../language/captions.js';

/** Finnish. */
export const fi: ConnectionsCaptions = {
  loading: 'Ladataan…',
  empty: 'Yhdistettävää CRM:ää ei ole.',
  offline: 'Palvelimeen ei ole yhteyttä.',
  error: 'Yhteyksien lataaminen ei onnistunut.',
  retry: 'Yritä uudelleen',
  signedOut: 'Kirjaudu sisään, niin näet yhteytesi.',
  search: 'Haku',
  results: 'Tuloksia: {count}',
  none: 'Ei yhdistetty',
  since: 'Yhdistetty {date}',
  until: 'Käyttöoikeus {date} asti',
  expired: 'Käyttöoikeus on vanhentunut. Yhdistä uudelleen.',
  disconnected: 'Yhteys katkaistu CRM:ssä',
  another: 'Yhdistä toinen tili',
  disconnect: 'Katkaise yhteys',
  ask: 'Katkaistaanko yhteys tiliin {account}?',
  cancel: 'Peruuta',
  remove: 'Poista',
  failed: 'Se ei onnistunut. Yritä uudelleen.',
  ended: 'Yhteys katkaistu: {account}',
};
