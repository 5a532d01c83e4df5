import type { ProviderFace } from '../provider.js';

/** Zendesk's face. The mark is a ticket. */
export const zendeskFace: ProviderFace = {
  brand: 'Zendesk',
  language: 'en',
  logo: 'M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4z',
  usesPkce: true,
  reportsOnly: true,
};
