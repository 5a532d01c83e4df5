import type { ConnectionsCaptions } from '../language/captions.js';

/** Uzbek, Latin. Verbal nouns on buttons, the polite form in sentences. */
export const uz: ConnectionsCaptions = {
  loading: 'Yuklanmoqda…',
  empty: 'Ulash uchun CRM yoʻq.',
  offline: 'Server bilan aloqa yoʻq.',
  error: 'Ulanishlarni yuklab boʻlmadi.',
  retry: 'Qayta urinish',
  signedOut: 'Ulanishlaringizni koʻrish uchun kiring.',
  search: 'Qidirish',
  results: 'Natijalar: {count}',
  none: 'Ulanmagan',
  since: 'Ulangan sana: {date}',
  until: 'Kirish muddati: {date}',
  expired: 'Kirish muddati tugagan. Qayta ulang.',
  disconnected: 'CRM tomonidan uzilgan',
  another: 'Boshqa hisobni ulash',
  disconnect: 'Uzish',
  ask: '{account} uzilsinmi?',
  cancel: 'Bekor qilish',
  remove: 'Olib tashlash',
  failed: 'Bajarilmadi. Qayta urinib koʻring.',
  ended: 'Uzildi: {account}',
};
