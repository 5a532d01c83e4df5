import type { Captions } from '../button/language/captions.js';

/** Arabic. Verbal nouns and the polite passive: nobody is addressed by gender. */
export const ar: Captions = {
  title: 'المتابعة باستخدام {crm}',
  disconnect: 'إلغاء ربط {crm}',
  reconnect: 'إعادة ربط {crm}',
  opens: 'يُفتح في نافذة جديدة',
  connecting: 'جارٍ الاتصال…',
  waiting: 'يُرجى إكمال العملية في النافذة الأخرى.',
  cancel: 'إلغاء',
  reopen: 'إعادة الفتح',
  blocked: 'منع المتصفّح فتح النافذة.',
  here: 'المتابعة في علامة التبويب هذه',
  link: 'الفتح في علامة تبويب جديدة',
  connected: 'تم الربط',
  connectedAs: 'الحساب المرتبط: {account}',
  lost: 'انقطع الاتصال.',
  denied: 'تم رفض الوصول.',
  error: 'حدث خطأ. يُرجى إعادة المحاولة.',
};
