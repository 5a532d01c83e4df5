import type { ProviderFace } from '../provider.js';

/** HighLevel's face. The mark is a flight of steps. */
export const highlevelFace: ProviderFace = {
  brand: 'HighLevel',
  language: 'en',
  logo: 'M3 20v-5h5v-5h5V5h8v15z',
  reportsOnly: true,
};
