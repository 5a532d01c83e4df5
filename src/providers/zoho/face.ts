import type { ProviderFace } from '../provider.js';

/** Zoho's face. The mark is a Z. */
export const zohoFace: ProviderFace = {
  brand: 'Zoho',
  language: 'en',
  logo: 'M4.5 3h15v3.6L9.9 17.4h9.6V21h-15v-3.6l9.6-10.8H4.5z',
  reportsOnly: true,
};
