import type { ProviderFace } from '../provider.js';

/** Pipedrive's face. The mark is a P. */
export const pipedriveFace: ProviderFace = {
  brand: 'Pipedrive',
  language: 'en',
  logo: 'M6 3h7a6 6 0 0 1 0 12h-3v6H6zm4 3.6v4.8h2.9a2.4 2.4 0 0 0 0-4.8z',
  reportsOnly: true,
};
