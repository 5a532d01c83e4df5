import type { ConnectionsCaptions } from '../language/captions.js';

/** Persian. The polite plural. */
export const fa: ConnectionsCaptions = {
  loading: 'در حال بارگیری…',
  empty: 'هیچ CRM برای اتصال وجود ندارد.',
  offline: 'ارتباط با سرور برقرار نیست.',
  error: 'بارگیری اتصال‌ها ممکن نشد.',
  retry: 'تلاش دوباره',
  signedOut: 'برای دیدن اتصال‌های خود وارد شوید.',
  search: 'جستجو',
  results: 'نتایج: {count}',
  none: 'متصل نیست',
  since: 'متصل از {date}',
  until: 'دسترسی تا {date}',
  expired: 'دسترسی منقضی شده است. دوباره متصل کنید.',
  disconnected: 'قطع‌شده در CRM',
  another: 'اتصال حساب دیگر',
  disconnect: 'قطع اتصال',
  ask: 'اتصال {account} قطع شود؟',
  cancel: 'لغو',
  remove: 'حذف',
  failed: 'انجام نشد. دوباره تلاش کنید.',
  ended: 'اتصال قطع شد: {account}',
};
