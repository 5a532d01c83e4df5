import type { Captions } from '../button/language/captions.js';

/** Urdu. The polite form (آپ). */
export const ur: Captions = {
  title: '{crm} کے ساتھ جاری رکھیں',
  disconnect: '{crm} کو منقطع کریں',
  opens: 'نئی ونڈو میں کھلتا ہے',
  waiting: 'دوسری ونڈو میں مکمل کریں۔',
  cancel: 'منسوخ کریں',
  reopen: 'دوبارہ کھولیں',
  blocked: 'براؤزر نے ونڈو کو بلاک کر دیا۔',
  link: 'نئے ٹیب میں کھولیں',
  connected: 'منسلک',
  connectedAs: 'منسلک اکاؤنٹ: {account}',
  denied: 'رسائی مسترد کر دی گئی۔',
  error: 'کچھ غلط ہو گیا۔ دوبارہ کوشش کریں۔',
};
