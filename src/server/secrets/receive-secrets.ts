import { own } from '../../providers/own.js';
import { digest } from '../crypto.js';
import { readText } from '../http.js';
import type { CurrentState } from '../state/session-state.js';
import type { Awaitable } from '../stores.js';
import type { SecretsStore } from './secrets-store.js';

/** Settings of the secrets webhook. */
export interface ReceiveSecretsOptions {
  readonly store: SecretsStore;
  /** Finds a state that was issued here and has not expired: `findState()` or `findSignedState()`. */
  readonly find: (state: string) => Awaitable<CurrentState | undefined>;
}

/** Longer than any delivery, in bytes. */
const LIMIT = 16_384;

/**
 * Answers the secrets webhook, `secrets_uri`: the CRM posts the id and the secret of the integration that a consent in the
 * metadata flow has just created.
 *
 * Nothing is signed. Only the one-time state vouches for the request, and its visitor knows it as well as the CRM does: they
 * can deliver anything, another integration's id with a wrong secret included. So a delivery is a claim. It counts once
 * `exchangeCode()` has succeeded with it, and only for a client id that is not known.
 *
 * @returns 200, exactly, once the secrets are kept: the CRM takes anything else, 204 included, for a failure, and aborts the
 *   installation. 400 for an incomplete body, for a field with more than 512 characters or other than printable ASCII
 *   (RFC 6749, appendix A), or for one twice in a form; 403 for an unknown state; 405; 409 for a second delivery; 413; 415.
 *   Rejects if the store does: let the framework answer 500
 */
export async function receiveSecrets(
  request: Request,
  { store, find }: ReceiveSecretsOptions,
): Promise<Response> {
  if (request.method !== 'POST') return answer(405, 'use POST', { allow: 'POST' });
  const parse = PARSERS.get(mediaType(request.headers.get('content-type') ?? ''));
  if (!parse) return answer(415, 'use application/json or application/x-www-form-urlencoded');
  const body = await readText(request, LIMIT);
  if (body === undefined) return answer(413, 'the body is too long');

  const field = parse(body);
  const [clientId, clientSecret, state] = [field('client_id'), field('client_secret'), field('state')];
  if (!isText(clientId) || !isText(clientSecret) || !isText(state)) {
    return answer(400, 'client_id, client_secret and state are needed, in at most 512 characters each');
  }
  const current = await find(state);
  if (!current) return answer(403, 'unknown state');
  const isFirst = await store.deliver(await digest(state), { clientId, clientSecret }, current);
  return isFirst ? answer(200, 'ok') : answer(409, 'the secrets for this state have been delivered before');
}

/** Reads a field of the body; `undefined` unless it is there once. */
type Fields = (name: string) => unknown;

const PARSERS: ReadonlyMap<string | undefined, (body: string) => Fields> = new Map([
  ['application/json', parseJson],
  ['application/x-www-form-urlencoded', parseForm],
]);

function parseJson(body: string): Fields {
  try {
    const fields = own(JSON.parse(body) as unknown);
    return (name) => fields[name];
  } catch {
    return () => undefined;
  }
}

function parseForm(body: string): Fields {
  const fields = new URLSearchParams(body);
  return (name) => {
    const [value, ...others] = fields.getAll(name);
    return others.length === 0 ? value : undefined;
  };
}

/** Gives a media type without its parameters (RFC 9110, section 8.3.1). */
function mediaType(header: string): string | undefined {
  return /^([^;\s]*)[ \t]*(?:;|$)/.exec(header)?.[1]?.toLowerCase();
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && /^[\x20-\x7e]{1,512}$/.test(value);
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  const type = 'text/plain; charset=utf-8';
  const fixed = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  return new Response(text, { status, headers: { ...fixed, ...headers } });
}
