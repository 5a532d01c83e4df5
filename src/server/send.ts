import { own } from '../providers/own.js';
import { readText } from './read-text.js';
import { TokenError } from './token-error.js';

/** No answer of the CRM's that is read here is nearly as long, in bytes. */
const LIMIT = 65_536;

/**
 * One request to the account's server. It follows no redirect, which would take a secret or a token along to wherever it
 * points, and reads no answer without an end.
 *
 * @param host - the account's, for errors
 * @param timeout - in ms
 * @returns the status, 0 for a redirect in some runtimes, and the body where it is not too long
 * @throws TokenError `timeout`, `unreachable`
 */
export async function send(url: string, init: RequestInit, host: string, timeout: number) {
  try {
    // Not `error`, which some runtimes do not know.
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    return { status: response.status, text: await readText(response, LIMIT) };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') {
      throw new TokenError('timeout', { host, reason: `No answer within ${timeout} ms` });
    }
    throw new TokenError('unreachable', { host, reason: systemCode(error) });
  }
}

/** Such as `ECONNREFUSED`, which Node hides behind “fetch failed”. Nothing else: the rest may quote what was sent. */
function systemCode(error: unknown): string | undefined {
  const { code } = own((error as Error).cause);
  return typeof code === 'string' && /^[A-Z_0-9]{1,40}$/.test(code) ? code : undefined;
}
