/** Marks of our own, as strokes in a box of 24: the CRMs' logo files belong to the CRMs. */
export const logos = {
  /** A K. */
  kommo: { path: 'M7 4v16M17 4 7 14m4-3 7 9', stroke: '3.5' },
  /** The letters a, m and o. */
  amocrm: {
    path: 'M6.6 12a2.7 2.7 0 1 0-5.4 0 2.7 2.7 0 0 0 5.4 0m0-2.7v5.4m2.7-5.4v5.4m0-3.7a1.45 1.45 0 0 1 2.9 0v3.7m0-3.7a1.45 1.45 0 0 1 2.9 0v3.7m7.8-2.7a2.7 2.7 0 1 0-5.4 0 2.7 2.7 0 0 0 5.4 0',
    stroke: '1.8',
  },
} as const;
