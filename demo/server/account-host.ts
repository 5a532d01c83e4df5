import { Failure } from './failure.js';

const HOST = /^[a-z0-9][a-z0-9-]{0,62}\.(kommo\.com|amocrm\.ru|amocrm\.com)$/;

/**
 * The account's host, from the parameter `referer` of the redirect.
 *
 * The client secret is sent to this host, and anybody can write anything into a query: unchecked, `referer=evil.example`
 * would hand the secret to a stranger, and `referer=127.0.0.1` would make this server call its own network.
 *
 * @throws {Failure} for anything but an account of the CRM.
 */
export function accountHost(referer: string | undefined): string {
  const host = referer?.replace(/^https:\/\//, '') ?? '';
  if (!HOST.test(host)) throw new Failure('referer_refused', referer);
  return host;
}
