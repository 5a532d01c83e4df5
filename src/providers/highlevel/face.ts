import type { ProviderFace } from '../provider.js';

/** HighLevel's face. The mark is a flight of steps. */
export const highlevelFace: ProviderFace = {
  brand: 'HighLevel',
  language: 'en',
  logo: 'M3 16h4v-6h6V4h8v4h-4v6h-6v6H3z',
  reportsOnly: true,
};
