import type { Captions } from '../button/language/captions.js';

/** Estonian. The singular on buttons, the polite plural in sentences. */
export const et: Captions = {
  title: 'Jätka teenusega {crm}',
  disconnect: 'Ühenda {crm} lahti',
  reconnect: 'Ühenda {crm} uuesti',
  opens: 'Avaneb uues aknas',
  connecting: 'Ühendamine…',
  waiting: 'Viige toiming lõpule teises aknas.',
  cancel: 'Tühista',
  reopen: 'Ava uuesti',
  blocked: 'Brauser blokeeris akna.',
  here: 'Jätka sellel vahelehel',
  link: 'Ava uuel vahelehel',
  connected: 'Ühendatud',
  connectedAs: 'Ühendatud konto: {account}',
  lost: 'Ühendus katkes.',
  denied: 'Juurdepääs keelati.',
  error: 'Midagi läks valesti. Proovige uuesti.',
};
