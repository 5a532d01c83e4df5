import { ConsentError } from '../consent-error.js';
import { uriFault } from '../uri.js';
import type { RingCentralClient } from './ringcentral-client.js';
import type { RingCentralStore } from './ringcentral-store.js';

/** The query of RingCentral's authorization endpoint, understood. */
export interface RingCentralRequest {
  client: RingCentralClient;
  redirectUri: string;
  state: string | undefined;
  challenge: string | undefined;
  /** What is wrong with the rest of it. It goes back to the client (RFC 6749 §4.1.2.1). */
  fault: { error: string; error_description: string } | undefined;
}

/** @throws {ConsentError} when the client or its redirect URI are not right, so that nobody can be told but the person. */
export function parseRingCentralRequest(query: URLSearchParams, store: RingCentralStore): RingCentralRequest {
  const redirectUri = query.get('redirect_uri') ?? '';
  const client = findClient(query.get('client_id') ?? '', redirectUri, store);
  return {
    client,
    redirectUri,
    state: query.get('state') ?? undefined,
    challenge: query.get('code_challenge') || undefined,
    fault: faultOf(query, client, store),
  };
}

function findClient(clientId: string, redirectUri: string, store: RingCentralStore): RingCentralClient {
  const client = store.find(clientId);
  const fault = (parameter: string, message: string, remedy: string) =>
    new ConsentError([{ parameter, message, remedy }]);
  if (!clientId) throw fault('client_id', 'It is missing.', 'Set the client id of your app.');
  if (!redirectUri) throw fault('redirect_uri', 'It is missing.', 'Set a redirect URI of your app.');
  if (!client) {
    const message = uriFault(redirectUri);
    if (!message) return { clientId, name: new URL(redirectUri).host, redirectUris: [redirectUri] };
    throw fault('redirect_uri', message, 'Set an https URL (http works for localhost), without “#”.');
  }
  if (client.redirectUris.includes(redirectUri)) return client;
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
