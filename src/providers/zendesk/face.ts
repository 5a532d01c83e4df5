import type { ProviderFace } from '../provider.js';

/** Zendesk's face. The mark is a ticket. */
export const zendeskFace: ProviderFace = {
  brand: 'Zendesk',
  language: 'en',
  logo: 'M5 5h14a2 2 0 0 1 2 2v3a2 2 0 0 0 0 4v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-3a2 2 0 0 0 0-4V7a2 2 0 0 1 2-2m9 2v2h2V7zm0 4v2h2v-2zm0 4v2h2v-2z',
  usesPkce: true,
  reportsOnly: true,
};
