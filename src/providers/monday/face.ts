import type { ProviderFace } from '../provider.js';

/** monday.com's face. The mark is an M. */
export const mondayFace: ProviderFace = {
  brand: 'monday.com',
  language: 'en',
  logo: 'M3.5 21V3h4.2L12 10.4 16.3 3h4.2v18h-4V10.2L12 17.6l-4.5-7.4V21z',
  usesPkce: true,
  reportsOnly: true,
};
