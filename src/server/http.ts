import { own } from '../providers/own.js';
import { TokenError } from './tokens/token-error.js';

/** Longer than any answer of a CRM that is read here, in bytes. */
const LIMIT = 65_536;

/** How long one request may take by default, in ms. */
const TIMEOUT = 10_000;

/**
 * Sends one request to a CRM. It follows no redirect, which would take a secret or a token along, and reads no endless answer.
 *
 * @param host - the CRM's, for errors
 * @param timeout - in ms. Default 10 seconds
 * @returns the status, which is 0 for a redirect in some runtimes, and the body unless it is too long
 * @throws TokenError `timeout`, `unreachable`
 */
export async function send(url: string, init: RequestInit, host: string, timeout = TIMEOUT) {
  try {
    // Some runtimes do not know `error`.
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    return { status: response.status, text: await readText(response, LIMIT) };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') {
      throw new TokenError('timeout', { host, reason: `No answer within ${timeout} ms` });
    }
    throw new TokenError('unreachable', { host, reason: systemCode(error) });
  }
}

/** Gives a code such as `ECONNREFUSED`, which Node hides behind “fetch failed”, and nothing else: the rest may quote the request. */
function systemCode(error: unknown): string | undefined {
  const { code } = own((error as Error).cause);
  return typeof code === 'string' && /^[A-Z_0-9]{1,40}$/.test(code) ? code : undefined;
}

/** The URL of a request that the CRM made or sent the browser with, complete or from its path on. */
export function parseUrl(url: string | URL): URL {
  // The base only completes a path; nothing reads it.
  return new URL(url, 'https://relative.invalid');
}

/** The query of such a URL, or one that is parsed already. */
export function queryOf(url: string | URL | URLSearchParams): URLSearchParams {
  return url instanceof URLSearchParams ? url : parseUrl(url).searchParams;
}

/**
 * Reads the body of a request or a response as text, up to a limit.
 *
 * @param limit - in bytes
 * @returns `undefined` if the body is longer
 */
export async function readText(message: Request | Response, limit: number): Promise<string | undefined> {
  const reader = message.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > limit) {
      await reader?.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
