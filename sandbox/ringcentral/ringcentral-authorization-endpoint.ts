import type { Context, Hono } from 'hono';
import {
  authorizationEndpoint,
  returnedState,
  type ServedBrand,
  withQuery,
} from '../shared/authorization-endpoint.js';
import { isLoopbackUri, refuseElsewhere } from '../shared/loopback.js';
import { ConsentError, unknownClient, uriFault, type Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import { CODE_LIFETIME } from './ringcentral-grants.js';
import type { RingCentralClient, RingCentralStore, RingCentralUser } from './ringcentral-store.js';

/** The parsed query of RingCentral's authorization endpoint. */
interface RingCentralRequest {
  client: RingCentralClient;
  redirectUri: string;
  state: string | undefined;
  challenge: string | undefined;
  /** The error in the rest of it, which goes back to the client (RFC 6749 §4.1.2.1). */
  fault: { error: string; error_description: string } | undefined;
}

/**
 * RingCentral's authorization endpoint. It knows nothing of openers, and always answers by a redirect.
 *
 * @see https://developers.ringcentral.com/guide/authentication/auth-code-pkce-flow
 */
export function ringCentralAuthorizationEndpoint(
  brand: ServedBrand,
  store: RingCentralStore,
  runtime: Runtime,
): Hono<Env> {
  const { grants, users } = store;

  const redirect = (
    c: Context<Env>,
    { redirectUri, state }: RingCentralRequest,
    answer: Record<string, string>,
    last: Record<string, string> = {},
  ) => {
    const iss = returnedIssuer(c, brand, runtime);
    const params = { ...answer, state: returnedState(state, runtime), ...last, iss };
    return c.redirect(withQuery(redirectUri, params), 302);
  };

  return authorizationEndpoint<RingCentralRequest, RingCentralUser>(
    brand,
    {
      accounts: users,
      parse: (query, page) => parseRingCentralRequest(query, store, brand, page),
      refuse: (c, request) => request.fault && redirect(c, request, request.fault),
      content: ({ client }) => ({
        client,
        permissions: ['phone'],
        accounts: users.map(({ id, name, mainNumber, extensionNumber }) => ({
          id,
          name,
          detail: `${mainNumber}*${extensionNumber}`,
        })),
      }),
      respond(c, request, user) {
        const { challenge, client, redirectUri } = request;
        runtime.log(`${client.name}: ${user ? `allowed for ${user.name}` : 'denied'}`);
        if (!client.redirectUris.includes(redirectUri)) {
          runtime.log(`${client.name}: answers ${redirectUri}; ${brand.name} would refuse it`);
        }
        if (!user) {
          const error_description = 'The user has denied access';
          return redirect(c, request, { error: 'access_denied', error_description });
        }
        const { clientId } = client;
        const code = grants.issueCode({ clientId, userId: user.id, redirectUri, challenge });
        return redirect(c, request, { code }, { expires_in: String(CODE_LIFETIME) });
      },
    },
    runtime,
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc9207 */
function returnedIssuer(
  c: Context<Env>,
  { prefix }: ServedBrand,
  { behaviour }: Runtime,
): string | undefined {
  if (behaviour.iss === 'missing') return undefined;
  return behaviour.iss === 'wrong' ? 'https://issuer.example' : new URL(c.req.url).origin + prefix;
}

/**
 * @param page origin of the page that asks, where the browser tells it
 * @throws {ConsentError} when the client or its redirect URI is wrong: then only the person may learn of it.
 */
function parseRingCentralRequest(
  query: URLSearchParams,
  store: RingCentralStore,
  { name }: ServedBrand,
  page: string | undefined,
): RingCentralRequest {
  const redirectUri = query.get('redirect_uri') ?? '';
  const client = findClient(query.get('client_id') ?? '', redirectUri, store, name);
  if (client.anyLoopback && client.redirectUris.includes(redirectUri)) {
    refuseElsewhere(page, redirectUri, 'Then set redirect_uri to its address: the sandbox takes it.');
  }
  return {
    client,
    redirectUri,
    state: query.get('state') ?? undefined,
    challenge: query.get('code_challenge') || undefined,
    fault: faultOf(query, client, store),
  };
}

function findClient(
  clientId: string,
  redirectUri: string,
  store: RingCentralStore,
  crm: string,
): RingCentralClient {
  const client = store.find(clientId);
  const fault = (parameter: string, message: string, remedy: string) =>
    new ConsentError([{ parameter, message, remedy }]);
  if (!clientId) throw fault('client_id', 'It is missing.', 'Set the client id of your app.');
  if (!store.admits(clientId)) throw unknownClient(clientId, crm);
  if (!redirectUri) throw fault('redirect_uri', 'It is missing.', 'Set a redirect URI of your app.');
  if (!client) {
    const message = uriFault(redirectUri);
    if (!message) return { clientId, name: new URL(redirectUri).host, redirectUris: [redirectUri] };
    throw fault('redirect_uri', message, 'Set an https URL (http works for localhost), without “#”.');
  }
  if (client.redirectUris.includes(redirectUri) || (client.anyLoopback && isLoopbackUri(redirectUri))) {
    return client;
  }
  throw fault(
    'redirect_uri',
    `“${redirectUri}” is not registered for “${client.name}”.`,
    `Use, to the character, one of: ${client.redirectUris.join(', ')}.`,
  );
}

function faultOf(
  query: URLSearchParams,
  { clientId }: RingCentralClient,
  store: RingCentralStore,
): RingCentralRequest['fault'] {
  const fault = (error: string, error_description: string) => ({ error, error_description });
  if (query.get('response_type') !== 'code') {
    return fault('unsupported_response_type', 'The response_type must be code');
  }
  const challenge = query.get('code_challenge') || undefined;
  if (challenge === undefined && store.secretOf(clientId) === undefined) {
    return fault('invalid_request', 'A client without a secret must send a code_challenge');
  }
  if (challenge !== undefined && query.get('code_challenge_method') !== 'S256') {
    return fault('invalid_request', 'The code_challenge_method must be S256');
  }
  if (challenge !== undefined && !/^[\w-]{43}$/.test(challenge)) {
    return fault('invalid_request', 'The code_challenge is not a base64url-encoded SHA-256 hash');
  }
  return undefined;
}
