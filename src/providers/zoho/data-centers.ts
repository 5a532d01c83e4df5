/**
 * The domains of Zoho's data centres, by the names that `location` has for them.
 *
 * @see https://www.zoho.com/accounts/protocol/oauth/multi-dc.html
 */
export const DATA_CENTERS = {
  us: 'zoho.com',
  eu: 'zoho.eu',
  in: 'zoho.in',
  au: 'zoho.com.au',
  cn: 'zoho.com.cn',
  jp: 'zoho.jp',
  ca: 'zohocloud.ca',
  sa: 'zoho.sa',
  uk: 'zoho.uk',
} as const;

/** The name of a data centre. */
export type DataCenter = keyof typeof DATA_CENTERS;
