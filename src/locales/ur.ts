import type { Captions } from '../button/language/captions.js';

/** Urdu. The polite form (آپ). */
export const ur: Captions = {
  title: '{crm} کے ساتھ جاری رکھیں',
  disconnect: '{crm} کو منقطع کریں',
  reconnect: '{crm} کو دوبارہ منسلک کریں',
  opens: 'نئی ونڈو میں کھلتا ہے',
  connecting: 'منسلک ہو رہا ہے…',
  waiting: 'دوسری ونڈو میں مکمل کریں۔',
  cancel: 'منسوخ کریں',
  reopen: 'دوبارہ کھولیں',
  blocked: 'براؤزر نے ونڈو کو بلاک کر دیا۔',
  here: 'اسی ٹیب میں جاری رکھیں',
  link: 'نئے ٹیب میں کھولیں',
  connected: 'منسلک',
  connectedAs: 'منسلک اکاؤنٹ: {account}',
  lost: 'رابطہ منقطع ہو گیا۔',
  denied: 'رسائی مسترد کر دی گئی۔',
  error: 'کچھ غلط ہو گیا۔ دوبارہ کوشش کریں۔',
};
