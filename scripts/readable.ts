/** Hosts and durations as people read them. */
import type {
  AnsweredHosts,
  KeyedHosts,
  NamedHosts,
  TokenEndpoint,
} from '../src/providers/token-endpoint.js';
import { code } from './markdown.mjs';

type Hosts = TokenEndpoint['hosts'] | NonNullable<TokenEndpoint['apiHosts']>;

/**
 * Describes hosts that may get a secret or a token.
 *
 * @param settings - names of the client's settings: what names a host is one of them, or else the CRM's answer
 */
export function readableHosts(hosts: Hosts, settings: readonly string[]): string {
  if (isList(hosts)) return hosts.length > 0 ? listed(hosts) : 'the host of `tokenEndpoint`';
  if (isKeyed(hosts))
    return `${listed(Object.values(hosts.table))}, by the response’s ${code(hosts.parameter)}`;
  if (!isMatched(hosts)) return listed(Object.values(hosts));
  const [namer, answer] = 'field' in hosts ? [hosts.field, 'token response'] : [hosts.parameter, 'response'];
  const source = settings.includes(namer) ? 'client' : answer;
  const further = 'hasOwnDomains' in hosts ? ', and the client’s own' : '';
  return `${code(readablePattern(hosts.pattern))}, as the ${source}’s ${code(namer)} says${further}`;
}

/**
 * Writes a pattern of hosts with wildcards: `*` is one label or more, `N` a number or nothing, and braces hold alternatives.
 *
 * @throws Error for a pattern with more than that
 */
export function readablePattern({ source }: RegExp): string {
  const text = source
    .replace(/^\^|\$$/g, '')
    .replace(/(?:\[a-z0-9\])?\[a-z0-9-\](?:[+*]|\{0,\d+\})/g, '*')
    .replace('(\\.[a-z]+)?', '')
    .replace('(*\\.)+', '*.')
    .replace('\\d*', 'N')
    .replaceAll('\\.', '.')
    .replace(/\(([\w.*|-]+)\)/g, (_, alternatives: string) => `{${alternatives.replaceAll('|', ', ')}}`);
  if (/[\\^$()[\]|+?]/.test(text)) throw new Error(`Say in readable.ts how to write ${source}.`);
  return text;
}

/** Gives a duration in its largest whole unit; nothing for none. */
export function readableDuration(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const [unit, size] = UNITS.find(([, size]) => seconds % size === 0) ?? ['s', 1];
  const count = seconds / size;
  return `${count} ${unit}${unit === 'day' && count > 1 ? 's' : ''}`;
}

const UNITS = [
  ['day', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

/** Puts what many hosts begin with, up to a dot, in front of the rest. */
function listed(hosts: readonly string[]): string {
  const [first = '', ...others] = hosts;
  const shared = first
    .split(/(?<=\.)/)
    .reduce(
      (prefix, label) => (others.every((host) => host.startsWith(prefix + label)) ? prefix + label : prefix),
      '',
    );
  if (!shared || others.length < 2) return hosts.map(code).join(', ');
  return code(`${shared}{${hosts.map((host) => host.slice(shared.length)).join(', ')}}`);
}

function isList(hosts: Hosts): hosts is readonly string[] {
  return Array.isArray(hosts);
}

function isKeyed(hosts: Hosts): hosts is KeyedHosts {
  return 'table' in hosts && typeof hosts.table === 'object';
}

function isMatched(hosts: Hosts): hosts is NamedHosts | AnsweredHosts {
  return 'pattern' in hosts && hosts.pattern instanceof RegExp;
}
