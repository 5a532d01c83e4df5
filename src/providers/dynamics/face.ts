import type { ProviderFace } from '../provider.js';

/** Dynamics 365's face. The mark is a D. */
export const dynamicsFace: ProviderFace = {
  brand: 'Dynamics 365',
  language: 'en',
  logo: 'M5 3h6.5a9 9 0 0 1 0 18H5zm3.6 3.5v11h2.9a5.5 5.5 0 0 0 0-11z',
  usesPkce: true,
  reportsOnly: true,
};
