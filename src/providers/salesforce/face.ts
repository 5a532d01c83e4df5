import type { ProviderFace } from '../provider.js';

/** Salesforce's face. The mark is an S. */
export const salesforceFace: ProviderFace = {
  brand: 'Salesforce',
  language: 'en',
  logo: 'M18.5 3v3.6h-8.1a1.8 1.8 0 0 0 0 3.6h3.2a5.4 5.4 0 0 1 0 10.8H5.5v-3.6h8.1a1.8 1.8 0 0 0 0-3.6h-3.2a5.4 5.4 0 0 1 0-10.8z',
  usesPkce: true,
  reportsOnly: true,
};
