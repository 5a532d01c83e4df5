/** The label of each of Intercom's regions, which stands before the domain. */
export const REGIONS = { us: '', eu: 'eu.', au: 'au.' } as const;

/** The name of a region. */
export type Region = keyof typeof REGIONS;
