import type { ProviderFace } from '../provider.js';

/** Close's face. The mark is a C. */
export const closeFace: ProviderFace = {
  brand: 'Close',
  language: 'en',
  logo: 'M19 17.6A9 9 0 1 1 19 6.4l-2.8 2.2a5.5 5.5 0 1 0 0 6.8z',
  reportsOnly: true,
};
