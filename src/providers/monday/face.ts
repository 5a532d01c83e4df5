import type { ProviderFace } from '../provider.js';

/** monday.com's face. The mark is a board with three columns. */
export const mondayFace: ProviderFace = {
  brand: 'monday.com',
  language: 'en',
  logo: 'M4 4h4.5v16H4zm5.75 0h4.5v11h-4.5zM15.5 4H20v7h-4.5z',
  usesPkce: true,
  reportsOnly: true,
};
