import { Failure } from './failure.js';

/** The account that somebody has connected. */
export interface Account {
  readonly id: number;
  readonly name: string;
}

/** Asks the CRM which account an access token opens. */
export async function fetchAccount(server: string, accessToken: string): Promise<Account> {
  const response = await requestAccount(server, accessToken).catch(() => {
    throw new Failure('unreachable');
  });
  const body: unknown = await response.json().catch(() => undefined);
  const { id, name } = Object(body) as Record<string, unknown>;
  if (typeof id !== 'number' || typeof name !== 'string') throw new Failure('account_unknown');
  return { id, name };
}

/** Whether the CRM still takes an access token. */
export async function isAccepted(server: string, accessToken: string): Promise<boolean> {
  return (await requestAccount(server, accessToken)).status !== 401;
}

function requestAccount(server: string, accessToken: string): Promise<Response> {
  return fetch(`${server}/api/v4/account`, {
    headers: { authorization: `Bearer ${accessToken}` },
    // A redirect would take the token along to wherever it points.
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
}
