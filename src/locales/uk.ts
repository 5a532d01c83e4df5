import type { Captions } from '../button/language/captions.js';

/** Ukrainian. Infinitives on buttons, the polite plural in sentences. */
export const uk: Captions = {
  title: 'Продовжити через {crm}',
  disconnect: 'Від’єднати {crm}',
  reconnect: 'Під’єднати {crm} знову',
  opens: 'Відкриється в новому вікні',
  connecting: 'Підключення…',
  waiting: 'Завершіть в іншому вікні.',
  cancel: 'Скасувати',
  reopen: 'Відкрити знову',
  blocked: 'Браузер заблокував вікно.',
  here: 'Продовжити в цій вкладці',
  link: 'Відкрити в новій вкладці',
  connected: 'Під’єднано',
  connectedAs: 'Під’єднано: {account}',
  lost: 'З’єднання втрачено.',
  denied: 'У доступі відмовлено.',
  error: 'Щось пішло не так. Спробуйте ще раз.',
};
