import { html } from 'lit';

/** Marks of our own, in the colour of the text around them: the CRMs' logo files belong to the CRMs. */
export const logos = {
  /** A K. */
  kommo: html`<svg viewBox="0 0 28 28" aria-hidden="true">
    <path stroke-width="4" d="M9 5v18M21 5 9 16m4-3 8 10" />
  </svg>`,
  /** The letters a, m and o. */
  amocrm: html`<svg viewBox="1 2 24 24" aria-hidden="true">
    <path
      stroke-width="2"
      d="M8 14a3 3 0 1 0-6 0 3 3 0 0 0 6 0m0-3v6m3-6v6m0-4a2 2 0 0 1 4 0v4m0-4a2 2 0 0 1 4 0v4m6-3a2 2 0 1 0-4 0 3 3 0 0 0 6 0"
    />
  </svg>`,
};
