import type { ProviderFace } from '../provider.js';

/** HubSpot's face. The mark is an H. */
export const hubspotFace: ProviderFace = {
  brand: 'HubSpot',
  language: 'en',
  logo: 'M5 3h3.6v7.2h6.8V3H19v18h-3.6v-7.4H8.6V21H5z',
  reportsOnly: true,
};
