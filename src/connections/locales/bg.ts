import type { ConnectionsCaptions } from '../language/captions.js';

/** Bulgarian. Verbal nouns on buttons, the polite plural in sentences. */
export const bg: ConnectionsCaptions = {
  loading: 'Зареждане…',
  empty: 'Няма CRM за свързване.',
  offline: 'Няма връзка със сървъра.',
  error: 'Връзките не можаха да се заредят.',
  retry: 'Нов опит',
  signedOut: 'Влезте, за да видите връзките си.',
  search: 'Търсене',
  results: 'Резултати: {count}',
  none: 'Не е свързано',
  since: 'Свързано от {date}',
  until: 'Достъп до {date}',
  expired: 'Достъпът е изтекъл. Свържете отново.',
  disconnected: 'Връзката е прекъсната в CRM',
  another: 'Свързване на друг акаунт',
  disconnect: 'Прекъсване',
  ask: 'Да се прекъсне ли връзката с {account}?',
  cancel: 'Отказ',
  remove: 'Премахване',
  failed: 'Не се получи. Опитайте отново.',
  ended: 'Прекъсната връзка: {account}',
};
