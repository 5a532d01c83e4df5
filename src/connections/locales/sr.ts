import type { ConnectionsCaptions } from '../language/captions.js';

/** Serbian, Cyrillic. The singular on buttons, the polite plural in sentences. */
export const sr: ConnectionsCaptions = {
  loading: 'Учитавање…',
  empty: 'Нема система за повезивање.',
  offline: 'Нема везе са сервером.',
  error: 'Везе није могуће учитати.',
  retry: 'Покушај поново',
  signedOut: 'Пријавите се да бисте видели своје везе.',
  search: 'Претражи',
  results: 'Резултати: {count}',
  none: 'Није повезано',
  since: 'Повезано од {date}',
  until: 'Приступ до {date}',
  expired: 'Приступ је истекао. Повежите поново.',
  disconnected: 'Веза прекинута у систему',
  another: 'Повежи други налог',
  disconnect: 'Прекини везу',
  ask: 'Прекинути везу са налогом {account}?',
  cancel: 'Откажи',
  remove: 'Уклони',
  failed: 'Није успело. Покушајте поново.',
  ended: 'Веза прекинута: {account}',
};
