import type { ProviderFace } from '../provider.js';

/** Intercom's face. The mark is an I. */
export const intercomFace: ProviderFace = {
  brand: 'Intercom',
  language: 'en',
  logo: 'M6 3h12v3.4h-4.2v11.2H18V21H6v-3.4h4.2V6.4H6z',
  reportsOnly: true,
};
