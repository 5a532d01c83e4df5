import type { ProviderFace } from '../provider.js';

/** Dynamics 365's face. The mark is a D. */
export const dynamicsFace: ProviderFace = {
  brand: 'Dynamics 365',
  language: 'en',
  logo: 'M4.5 3h7a9 9 0 0 1 0 18h-7zm4 3.6v10.8h2.9a5.4 5.4 0 0 0 0-10.8z',
  usesPkce: true,
  reportsOnly: true,
};
