import type { Awaitable } from './awaitable.js';
import { digest } from './digest.js';
import { readText } from './read-text.js';
import type { SecretsStore } from './secrets-store.js';

/** Settings of the secrets webhook. */
export interface ReceiveSecretsOptions {
  readonly store: SecretsStore;
  /** Whether this state was issued here and has not expired: `isCurrentState()` or `isSignedState()`. */
  readonly isCurrent: (state: string) => Awaitable<boolean>;
}

/** No delivery is nearly as long, in bytes. */
const LIMIT = 16_384;

/**
 * The secrets webhook, `secrets_uri`: where the CRM posts the id and the secret of the integration that a consent in the
 * metadata flow has just created. Nothing is signed; the one-time state, which only the CRM could have learned from this
 * visitor's consent page, is all that authenticates the request.
 *
 * @returns 200, exactly, once the secrets are kept: for the CRM anything else, 204 included, is a failure, and it aborts the
 *   installation. 400 for a body that is not whole, 403 for an unknown state, 405, 409 for a second delivery, 413, 415.
 *   Rejects where the store does: let the framework answer 500
 */
export async function receiveSecrets(
  request: Request,
  { store, isCurrent }: ReceiveSecretsOptions,
): Promise<Response> {
  if (request.method !== 'POST') return answer(405, 'use POST', { allow: 'POST' });
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const parse = PARSERS.get(type ?? '');
  if (!parse) return answer(415, 'use application/json or application/x-www-form-urlencoded');
  const body = await readText(request, LIMIT);
  if (body === undefined) return answer(413, 'the body is too long');

  const { client_id: clientId, client_secret: clientSecret, state } = parse(body);
  if (!isText(clientId) || !isText(clientSecret) || !isText(state)) {
    return answer(400, 'client_id, client_secret and state are needed');
  }
  if (!(await isCurrent(state))) return answer(403, 'unknown state');
  const isFirst = await store.deliver(await digest(state), { clientId, clientSecret });
  return isFirst ? answer(200, 'ok') : answer(409, 'the secrets for this state have been delivered before');
}

type Fields = Readonly<Record<string, unknown>>;

const PARSERS: ReadonlyMap<string, (body: string) => Fields> = new Map([
  ['application/json', parseJson],
  ['application/x-www-form-urlencoded', (body) => Object.fromEntries(new URLSearchParams(body))],
]);

function parseJson(body: string): Fields {
  try {
    return Object(JSON.parse(body)) as Fields;
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  const type = 'text/plain; charset=utf-8';
  return new Response(text, {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...headers },
  });
}
