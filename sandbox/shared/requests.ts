import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Fault } from '../pages/outcome-pages.js';
import { isLoopbackHost } from './hosts.js';

/** The environment of every endpoint: Hono's context holds Node's request and response. */
export interface Env {
  Bindings: HttpBindings;
}

/** Headers of a script, and of a stylesheet. */
export const JAVASCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
export const CSS = { 'content-type': 'text/css; charset=utf-8' };

/** Path and query to the character as they were sent: a parsed URL would normalize them. */
export function sentPath(c: Context<Env>): string {
  return c.env.incoming.url ?? c.req.path;
}

/** A vendor's path as a route: the app takes a slash at the end or none, and its routes have none. */
export function routeOf(path: string): string {
  return path.replace(/\/$/, '');
}

/** The parameters of a request's query. */
export function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

/**
 * The access token that a request carries; empty when it carries none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function bearerToken(c: Context): string {
  return /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
}

/** Makes a reader of parameters that a request must have. Empty counts as absent. */
export function required(params: URLSearchParams, refuse: (name: string) => Error): (name: string) => string {
  return (name) => {
    const value = params.get(name);
    if (!value) throw refuse(name);
    return value;
  };
}

/** An authorization request that cannot be served. The person gets a page that names every fault. */
export class ConsentError extends Error {
  readonly faults: readonly Fault[];
  readonly status: 400 | 403 | 502;

  constructor(faults: readonly Fault[], status: 400 | 403 | 502 = 400) {
    super(faults.map(({ message }) => message).join(' '));
    this.name = 'ConsentError';
    this.faults = faults;
    this.status = status;
  }
}

/**
 * The refusal of a client id that nobody has registered. The client does not learn of it: there is no redirect URI that could be
 * trusted.
 *
 * @param crm name of the CRM
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function unknownClient(clientId: string, crm: string): ConsentError {
  return new ConsentError([
    {
      parameter: 'client_id',
      message: `No client “${clientId}” is registered with ${crm}.`,
      remedy:
        'Compare it with the registered ones on the front page. A sandbox without --client-id takes every id.',
    },
  ]);
}

/** The form was sent from another site. */
export const FORGED: Fault = {
  message: 'The answer did not come from the consent page.',
  remedy: 'Open the consent page in a browser, and press Allow or Deny there.',
};

/** The form carries no decision. */
export const INCOMPLETE: Fault = {
  message: 'The form was sent without an answer, or without a known account.',
  remedy: 'Send answer=allow with an account’s id as account, or answer=deny.',
};

/**
 * Says why the CRM would not accept this redirect, secrets or disconnect URI, or gives `undefined` when it would: absolute, https (http on
 * a loopback host only, which the sandbox adds for local work), no fragment.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2
 */
export function uriFault(uri: string): string | undefined {
  if (!URL.canParse(uri)) return `“${uri}” is not an absolute URL.`;
  const { hostname, protocol } = new URL(uri);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  if (!isSecure) return `“${uri}” is not an https URL.`;
  return uri.includes('#') ? `“${uri}” has a fragment.` : undefined;
}
