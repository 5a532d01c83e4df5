import { own } from '../../providers/own.js';
import type { AnsweredHosts, TokenEndpoint } from '../../providers/token-endpoint.js';
import { CallbackError } from '../callback-error.js';
import { checkHost, isList, matches } from './hosts.js';

/** The parts of a token endpoint that say which hosts get what. */
type Hosts = Pick<TokenEndpoint, 'hosts' | 'apiHosts' | 'vendor'>;

/**
 * Finds the host that an access token is for: the one that the token response names, checked, or the provider's own.
 *
 * @param tokenHost - the host that has answered, checked
 * @param field - gives a field of the token response, not trusted
 * @throws CallbackError `invalid_host` for any other host
 */
export function findApiHost(endpoint: Hosts, tokenHost: string, field: (name: string) => unknown): string {
  const { apiHosts = [tokenHost] } = endpoint;
  if (isAnswered(apiHosts)) {
    const url = field(apiHosts.field);
    // The host as it is written, which no two parsers can read differently.
    const [, host = ''] = /^https:\/\/([^/?#]+)(?:[/?#]|$)/.exec(typeof url === 'string' ? url : '') ?? [];
    if (isNamed(apiHosts, host)) return host;
    throw new CallbackError('invalid_host', `The ${apiHosts.field} is none of ${endpoint.vendor}.`);
  }
  const [first] = isList(apiHosts) ? apiHosts : [own(apiHosts)[tokenHost]];
  return checkApiHost(endpoint, first);
}

/**
 * Looks a host up among those that may get an access token.
 *
 * @param given - the host of a record, not trusted
 * @throws CallbackError `invalid_host`, or as `checkHost()` where the API is at the token endpoint's host
 */
export function checkApiHost(endpoint: Hosts, given: unknown): string {
  const { apiHosts } = endpoint;
  if (!apiHosts) return checkHost(endpoint, given);
  const host = typeof given === 'string' ? given : '';
  const isOurs = isAnswered(apiHosts) ? isNamed(apiHosts, host) : Object.values(apiHosts).includes(host);
  if (isOurs) return host;
  throw new CallbackError('invalid_host', `The host is none of ${endpoint.vendor}.`);
}

/**
 * Finds the token endpoint's host for tokens.
 *
 * @param apiHost - the host that the tokens are for, not trusted
 * @throws CallbackError as `checkApiHost()`
 */
export function tokenHostOf(endpoint: Hosts, apiHost: string): string {
  const { hosts, apiHosts } = endpoint;
  const checked = checkApiHost(endpoint, apiHost);
  if (!apiHosts) return checked;
  const isTable = !isAnswered(apiHosts) && !isList(apiHosts);
  const [key] = isTable ? (Object.entries(apiHosts).find(([, host]) => host === checked) ?? []) : [];
  return checkHost(endpoint, key ?? (isList(hosts) ? hosts[0] : undefined));
}

function isNamed({ pattern, further = [], hasOwnDomains }: AnsweredHosts, host: string): boolean {
  return matches(hasOwnDomains ? /.+/ : pattern, host) || further.includes(host);
}

function isAnswered(hosts: NonNullable<Hosts['apiHosts']>): hosts is AnsweredHosts {
  return 'pattern' in hosts && hosts.pattern instanceof RegExp;
}
