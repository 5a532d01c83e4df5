import type { ProviderFace } from '../provider.js';

/** Zoho's face. The mark is a Z. */
export const zohoFace: ProviderFace = {
  brand: 'Zoho',
  language: 'en',
  logo: 'M5 3h14v3.2L9.6 17.6H19V21H5v-3.2l9.4-11.4H5z',
  reportsOnly: true,
};
