import type { ProviderFace } from '../provider.js';

/** Salesforce's face. The mark is an angular S. */
export const salesforceFace: ProviderFace = {
  brand: 'Salesforce',
  language: 'en',
  logo: 'M5 3h14v3.5H8.6v3.7H19V21H5v-3.5h10.4v-3.8H5z',
  usesPkce: true,
  reportsOnly: true,
};
