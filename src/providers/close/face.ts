import type { ProviderFace } from '../provider.js';

/** Close's face. The mark is a C. */
export const closeFace: ProviderFace = {
  brand: 'Close',
  language: 'en',
  logo: 'M19.7 17.9a9.1 9.1 0 1 1 0-11.8l-2.9 2.5a5.3 5.3 0 1 0 0 6.8z',
  reportsOnly: true,
};
