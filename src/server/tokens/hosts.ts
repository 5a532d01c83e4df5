import { own } from '../../providers/own.js';
import { kommoTokens } from '../../providers/kommo/tokens.js';
import type { TokenEndpoint } from '../../providers/token-endpoint.js';
import { secureUrl } from '../../providers/url.js';
import { CallbackError } from '../callback-error.js';

/** A DNS name in lower case: no port, no credentials, no address of a machine, no letter of another script. */
const DNS_NAME = /^([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62}$/;

/**
 * Checks the parameter `referer` of a redirect from Kommo or amoCRM, and gives the account's host.
 *
 * This host gets the client secret, and anybody can write anything into a query: unchecked, `referer=evil.example` would hand
 * the secret to a stranger, and `referer=127.0.0.1` would make a server call its own network.
 *
 * @param referer - the parameter, in any form that a framework gives it; `https://` in front is taken off
 * @returns such as `acme.kommo.com`
 * @throws CallbackError `invalid_referer` for anything but an account of Kommo or amoCRM
 */
export function accountHost(referer: unknown): string {
  return checkHost(kommoTokens, referer);
}

/**
 * Looks a host up among those that may get the client secret.
 *
 * @param given - the host of a response or a record, not trusted; of a response, `https://` in front is taken off
 * @throws CallbackError for any other host: `invalid_host`, or the code of the parameter that named it, `invalid_referer`
 */
export function checkHost(
  { hosts, vendor }: Pick<TokenEndpoint, 'hosts' | 'vendor'>,
  given: unknown,
): string {
  const text = typeof given === 'string' ? given : '';
  if ('pattern' in hosts) {
    const host = text.replace(/^https:\/\//, '');
    if (matches(hosts.pattern, host)) return host;
    throw new CallbackError(
      `invalid_${hosts.parameter}`,
      `The ${hosts.parameter} is no account of ${vendor}.`,
    );
  }
  if ((isList(hosts) ? hosts : Object.values(hosts.table)).includes(text)) return text;
  throw new CallbackError('invalid_host', `The host is none of ${vendor}.`);
}

/**
 * Finds the host to which a response belongs: the one that it names, checked, or the provider's own.
 *
 * @param parameter - gives a parameter of the response
 * @throws CallbackError as `checkHost()`
 */
export function findHost(endpoint: TokenEndpoint, parameter: (name: string) => string | undefined): string {
  const { hosts, vendor } = endpoint;
  if (isList(hosts)) return checkHost(endpoint, hosts[0]);
  const named = parameter(hosts.parameter);
  if ('pattern' in hosts) return checkHost(endpoint, named);
  const key = named ?? Object.keys(hosts.table)[0] ?? '';
  // Own properties alone: every object has inherited a few.
  const host = own(hosts.table)[key];
  if (host) return host;
  throw new CallbackError(`invalid_${hosts.parameter}`, `The ${hosts.parameter} is none of ${vendor}.`);
}

/** Whether a host is a plain DNS name, and matches. Anchored here, so that no pattern can forget it. */
export function matches(pattern: RegExp, host: string): boolean {
  return DNS_NAME.test(host) && new RegExp(`^(?:${pattern.source})$`).test(host);
}

/**
 * Gives a URL at a host that may get the client secret, or a token.
 *
 * @param template - with `{host}`
 * @param host - checked
 * @param options.server - base URL of a server that stands in for it. Only an own property counts: one that every object has
 *   inherited would get the secret
 * @throws TypeError for a URL on which the secret could be overheard, and for one at another host
 */
export function urlAt(
  template: string,
  host: string,
  options: { readonly server?: string | undefined },
): string {
  const { server } = own(options);
  const url = secureUrl(
    'The provider’s URL',
    template.replace('{host}', () => host),
  );
  if (url.host !== host) throw new TypeError(`The provider’s URL must be at ${host}, not at ${url.host}.`);
  if (server === undefined) return url.href;
  return secureUrl('server', server).href.replace(/\/$/, '') + url.pathname + url.search;
}

/** Whether hosts are a closed list. TypeScript does not tell a readonly list from an object by itself. */
export function isList(hosts: object): hosts is readonly string[] {
  return Array.isArray(hosts);
}
