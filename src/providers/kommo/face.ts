import type { ProviderFace } from '../provider.js';

/** Both vendors have a script of their own. */
type VendorFace = ProviderFace & { readonly markerClass: string };

/** Kommo's face. The mark is a K. */
export const kommoFace: VendorFace = {
  brand: 'Kommo',
  language: 'en',
  logo: 'M5 3h4v7.2L15.4 3h4.9l-7.2 8L20.7 21h-5l-5.4-7.4L9 15v6H5z',
  markerClass: 'kommo_oauth',
};

/** amoCRM's face. The mark has the letters a, m and o. */
export const amocrmFace: VendorFace = {
  brand: 'amoCRM',
  language: 'ru',
  logo: 'M4 8.6a3.4 3.4 0 1 0 1.7 6.3v.5h1.7V8.6H5.7v.5A3.4 3.4 0 0 0 4 8.6m0 1.7a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 1 1 0-3.4M8.5 15.4V8.6h5.2a2.6 2.6 0 0 1 2.6 2.6v4.2h-1.7v-4.2a.9.9 0 0 0-.9-.9h-.45v5.1h-1.7v-5.1h-1.35v5.1zM20 8.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 1 1 0-6.8m0 1.7a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 1 0 0-3.4',
  isColored: true,
  markerClass: 'amocrm_oauth',
};
