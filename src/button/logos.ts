/** Marks of our own, as strokes in a box of 24: the CRMs' logo files belong to the CRMs. */
export const logos = {
  /** A K. */
  kommo: { path: 'M7 4v16M17 4 7 14m4-3 7 9', stroke: '3.5' },
  /** The letters a, m and o. */
  amocrm: {
    path: 'M7 12a3 3 0 1 0-6 0 3 3 0 0 0 6 0m0-3v6m3-6v6m0-4a2 2 0 0 1 4 0v4m0-4a2 2 0 0 1 4 0v4m6-3a2 2 0 1 0-4 0 2 2 0 0 0 4 0',
    stroke: '2',
  },
} as const;
