import type { ConnectionsCaptions } from '../language/captions.js';

/** Hungarian. Nouns on buttons, the polite form in sentences. */
export const hu: ConnectionsCaptions = {
  loading: 'Betöltés…',
  empty: 'Nincs csatlakoztatható CRM.',
  offline: 'Nincs kapcsolat a kiszolgálóval.',
  error: 'A kapcsolatokat nem sikerült betölteni.',
  retry: 'Újra',
  signedOut: 'Jelentkezzen be a kapcsolatai megtekintéséhez.',
  search: 'Keresés',
  results: 'Találatok: {count}',
  none: 'Nincs csatlakoztatva',
  since: 'Csatlakoztatva: {date}',
  until: 'Hozzáférés vége: {date}',
  expired: 'A hozzáférés lejárt. Csatlakoztassa újra.',
  disconnected: 'Leválasztva a CRM-ben',
  another: 'Másik fiók csatlakoztatása',
  disconnect: 'Leválasztás',
  ask: 'Leválasztja ezt a fiókot: {account}?',
  cancel: 'Mégse',
  remove: 'Eltávolítás',
  failed: 'Nem sikerült. Próbálja újra.',
  ended: 'Leválasztva: {account}',
};
