import type { ProviderFace } from '../provider.js';

/** RingCentral's face. The mark is a speech bubble with a handset's curve cut out. */
export const ringcentralFace: ProviderFace = {
  brand: 'RingCentral',
  language: 'en',
  logo: 'M4 3h16v14H11l-5 4v-4H4zm4 4v6h2V9h4v4h2V7z',
  usesPkce: true,
  reportsOnly: true,
};
