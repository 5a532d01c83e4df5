import type { ProviderFace } from '../provider.js';

/** The face of a server that is none of the catalogue's. The mark is a padlock. */
export const oauth2Face: ProviderFace = {
  brand: 'OAuth 2.0',
  language: 'en',
  logo: 'M12 2a5 5 0 0 0-5 5v3H5v11h14V10h-2V7a5 5 0 0 0-5-5m0 2a3 3 0 0 1 3 3v3H9V7a3 3 0 0 1 3-3',
  usesPkce: true,
  reportsOnly: true,
};
