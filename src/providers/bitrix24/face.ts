import type { ProviderFace } from '../provider.js';

/** Bitrix24's face. The mark is the face of a clock. */
export const bitrix24Face: ProviderFace = {
  brand: 'Bitrix24',
  language: 'en',
  logo: 'M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18m-1.6 4v6.6h6v-3.2h-2.8V7z',
  reportsOnly: true,
};
