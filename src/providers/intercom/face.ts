import type { ProviderFace } from '../provider.js';

/** Intercom's face. The mark is an I. */
export const intercomFace: ProviderFace = {
  brand: 'Intercom',
  language: 'en',
  logo: 'M6 3h12v3.6h-4v10.8h4V21H6v-3.6h4V6.6H6z',
  reportsOnly: true,
};
