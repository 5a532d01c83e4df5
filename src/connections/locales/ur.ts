import type { ConnectionsCaptions } from '../language/captions.js';

/** Urdu. The polite form (آپ). */
export const ur: ConnectionsCaptions = {
  loading: 'لوڈ ہو رہا ہے…',
  empty: 'منسلک کرنے کے لیے کوئی سی آر ایم نہیں ہے۔',
  offline: 'سرور سے رابطہ نہیں ہے۔',
  error: 'کنکشن لوڈ نہیں ہو سکے۔',
  retry: 'دوبارہ کوشش کریں',
  signedOut: 'اپنے کنکشن دیکھنے کے لیے سائن ان کریں۔',
  search: 'تلاش',
  results: 'نتائج: {count}',
  none: 'منسلک نہیں',
  since: 'منسلک ہونے کی تاریخ: {date}',
  until: 'رسائی کی آخری تاریخ: {date}',
  expired: 'رسائی کی مدت ختم ہو گئی ہے۔ دوبارہ منسلک کریں۔',
  disconnected: 'سی آر ایم میں منقطع کیا گیا',
  another: 'دوسرا اکاؤنٹ منسلک کریں',
  disconnect: 'منقطع کریں',
  ask: '{account} کو منقطع کریں؟',
  cancel: 'منسوخ کریں',
  remove: 'ہٹائیں',
  failed: 'ایسا نہیں ہو سکا۔ دوبارہ کوشش کریں۔',
  ended: 'منقطع ہو گیا: {account}',
};
