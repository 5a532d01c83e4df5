import { Failure } from './failure.js';
import { callVendor } from './vendor.js';

/** The account that somebody has connected. */
export interface Account {
  id: number;
  name: string;
}

/** Asks the CRM which account an access token opens. */
export async function fetchAccount(server: string, accessToken: string): Promise<Account> {
  const { id, name } = await callVendor(`${server}/api/v4/account`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (typeof id !== 'number' || typeof name !== 'string') {
    throw new Failure('vendor_refused', 'The answer names no account');
  }
  return { id, name };
}
