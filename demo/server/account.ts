import { Failure } from './failure.js';

/** The account that somebody has connected. */
export interface Account {
  readonly id: number;
  readonly name: string;
}

/** Asks the CRM which account an access token opens. */
export async function fetchAccount(server: string, accessToken: string): Promise<Account> {
  const response = await fetch(`${server}/api/v4/account`, {
    headers: { authorization: `Bearer ${accessToken}` },
    // A redirect would take the token along to wherever it points.
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new Failure('unreachable');
  });
  const body: unknown = await response.json().catch(() => undefined);
  // Only what the CRM has sent: a plain object may have inherited the rest.
  const { id, name } = { __proto__: null, ...Object(body) } as Record<string, unknown>;
  if (typeof id !== 'number' || typeof name !== 'string') throw new Failure('account_unknown');
  return { id, name };
}
