/** An account of the CRM, as the person on the consent page can choose it. */
export interface Account {
  /** Numeric id, as `GET /api/v4/account` and the disconnect hook give it. */
  id: number;
  name: string;
  /** First label of the account's host: `acme` makes `acme.kommo.com`. */
  subdomain: string;
}

/** The accounts of a sandbox that was started without any of its own. */
export const DEFAULT_ACCOUNTS: readonly Account[] = [
  { id: 31000001, name: 'Acme Trading', subdomain: 'acme' },
  { id: 31000002, name: 'Globex', subdomain: 'globex' },
  { id: 31000003, name: 'Initech', subdomain: 'initech' },
];
