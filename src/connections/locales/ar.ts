import type { ConnectionsCaptions } from '../language/captions.js';

/** Arabic. Verbal nouns and the polite passive: nobody is addressed by gender. */
export const ar: ConnectionsCaptions = {
  loading: 'جارٍ التحميل…',
  empty: 'لا يوجد نظام CRM للربط.',
  offline: 'لا يوجد اتصال بالخادم.',
  error: 'تعذّر تحميل عمليات الربط.',
  retry: 'إعادة المحاولة',
  signedOut: 'يُرجى تسجيل الدخول لعرض عمليات الربط.',
  search: 'بحث',
  results: 'النتائج: {count}',
  none: 'غير مرتبط',
  since: 'مرتبط منذ {date}',
  until: 'الوصول متاح حتى {date}',
  expired: 'انتهت صلاحية الوصول. يُرجى إعادة الربط.',
  disconnected: 'تم إلغاء الربط من نظام CRM',
  another: 'ربط حساب آخر',
  disconnect: 'إلغاء الربط',
  ask: 'إلغاء ربط {account}؟',
  cancel: 'إلغاء',
  remove: 'إزالة',
  failed: 'تعذّر تنفيذ ذلك. يُرجى إعادة المحاولة.',
  ended: 'تم إلغاء ربط: {account}',
};
