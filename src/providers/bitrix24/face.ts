import type { ProviderFace } from '../provider.js';

/** Bitrix24's face. The mark is a B. */
export const bitrix24Face: ProviderFace = {
  brand: 'Bitrix24',
  language: 'en',
  logo: 'M5.5 3h7.6a4.7 4.7 0 0 1 2.9 8.4 5.15 5.15 0 0 1-2.5 9.6h-8zm4 3.4v3.4h3.2a1.7 1.7 0 0 0 0-3.4zm0 6.6v4.6h3.5a2.3 2.3 0 0 0 0-4.6z',
  reportsOnly: true,
};
