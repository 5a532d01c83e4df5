import type { ProviderFace } from '../provider.js';

/** Pipedrive's face. The mark is a P. */
export const pipedriveFace: ProviderFace = {
  brand: 'Pipedrive',
  language: 'en',
  logo: 'M6 3h7a5.5 5.5 0 0 1 0 11H9.6v7H6zm3.6 3.3v4.4H13a2.2 2.2 0 0 0 0-4.4z',
  reportsOnly: true,
};
