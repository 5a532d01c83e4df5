import type { Captions } from '../button/language/captions.js';

/** Uzbek, Latin. Verbal nouns on buttons, the polite form in sentences. */
export const uz: Captions = {
  title: '{crm} orqali davom etish',
  disconnect: '{crm} ulanishini uzish',
  reconnect: '{crm} ulanishini tiklash',
  opens: 'Yangi oynada ochiladi',
  connecting: 'Ulanmoqda…',
  waiting: 'Jarayonni boshqa oynada yakunlang.',
  cancel: 'Bekor qilish',
  reopen: 'Qayta ochish',
  blocked: 'Brauzer oynani blokladi.',
  here: 'Shu varaqda davom etish',
  link: 'Yangi varaqda ochish',
  connected: 'Ulangan',
  connectedAs: 'Ulangan hisob: {account}',
  lost: 'Ulanish uzildi.',
  denied: 'Ruxsat berilmadi.',
  error: 'Xatolik yuz berdi. Qayta urinib koʻring.',
};
