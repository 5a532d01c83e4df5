import type { Captions } from '../button/language/captions.js';

/** Persian. The polite plural. */
export const fa: Captions = {
  title: 'ادامه با {crm}',
  disconnect: 'قطع اتصال {crm}',
  reconnect: 'اتصال دوبارهٔ {crm}',
  opens: 'در پنجرهٔ جدید باز می‌شود',
  connecting: 'در حال اتصال…',
  waiting: 'در پنجرهٔ دیگر ادامه دهید.',
  cancel: 'لغو',
  reopen: 'باز کردن دوباره',
  blocked: 'مرورگر پنجره را مسدود کرد.',
  here: 'ادامه در همین زبانه',
  link: 'باز کردن در زبانهٔ جدید',
  connected: 'متصل',
  connectedAs: 'حساب متصل: {account}',
  lost: 'اتصال قطع شد.',
  denied: 'دسترسی رد شد.',
  error: 'مشکلی پیش آمد. دوباره امتحان کنید.',
};
