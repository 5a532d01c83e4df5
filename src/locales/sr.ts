import type { Captions } from '../button/language/captions.js';

/** Serbian, Cyrillic. The singular on buttons, the polite plural in sentences. */
export const sr: Captions = {
  title: 'Настави уз {crm}',
  disconnect: 'Прекини {crm} везу',
  reconnect: 'Обнови {crm} везу',
  opens: 'Отвара се у новом прозору',
  connecting: 'Повезивање…',
  waiting: 'Завршите у другом прозору.',
  cancel: 'Откажи',
  reopen: 'Отвори поново',
  blocked: 'Прегледач је блокирао прозор.',
  here: 'Настави на овој картици',
  link: 'Отвори на новој картици',
  connected: 'Повезано',
  connectedAs: 'Повезани налог: {account}',
  lost: 'Веза је изгубљена.',
  denied: 'Приступ је одбијен.',
  error: 'Дошло је до грешке. Пробајте поново.',
};
