import type { ProviderFace } from '../provider.js';

/** HubSpot's face. The mark is an H. */
export const hubspotFace: ProviderFace = {
  brand: 'HubSpot',
  language: 'en',
  logo: 'M4.5 3h4v7.2h7V3h4v18h-4v-7.4h-7V21h-4z',
  reportsOnly: true,
};
