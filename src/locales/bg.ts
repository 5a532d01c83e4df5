import type { Captions } from '../button/language/captions.js';

/** Bulgarian. Verbal nouns on buttons, the polite plural in sentences. */
export const bg: Captions = {
  title: 'Продължаване чрез {crm}',
  disconnect: 'Изключване на {crm}',
  reconnect: 'Ново свързване на {crm}',
  opens: 'Отваря се в нов прозорец',
  connecting: 'Свързване…',
  waiting: 'Завършете в другия прозорец.',
  cancel: 'Отказ',
  reopen: 'Отваряне отново',
  blocked: 'Браузърът блокира прозореца.',
  here: 'Продължаване в този раздел',
  link: 'Отваряне в нов раздел',
  connected: 'Свързано',
  connectedAs: 'Свързан профил: {account}',
  lost: 'Връзката е прекъсната.',
  denied: 'Достъпът е отказан.',
  error: 'Нещо се обърка. Опитайте отново.',
};
