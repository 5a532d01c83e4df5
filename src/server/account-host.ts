import { CallbackError } from './callback-error.js';

const HOST = /^(?:https:\/\/)?([a-z0-9][a-z0-9-]{0,62}\.(?:kommo\.com|amocrm\.ru|amocrm\.com))$/;

/**
 * The account's host, from the parameter `referer` of the redirect.
 *
 * The client secret is sent to this host, and anybody can write anything into a query: unchecked, `referer=evil.example`
 * would hand the secret to a stranger, and `referer=127.0.0.1` would make a server call its own network.
 *
 * @param referer - what the query holds, whatever a framework made of it; `https://` in front is taken off
 * @returns such as `acme.kommo.com`
 * @throws CallbackError `invalid_referer` for anything but an account of Kommo or amoCRM
 */
export function accountHost(referer: unknown): string {
  const host = typeof referer === 'string' ? HOST.exec(referer)?.[1] : undefined;
  if (!host) throw new CallbackError('invalid_referer', 'The referer is no account of Kommo or amoCRM.');
  return host;
}
