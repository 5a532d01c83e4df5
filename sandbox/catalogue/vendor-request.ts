import { isLoopbackUri, refuseElsewhere } from '../shared/loopback.js';
import { ConsentError, unknownClient, uriFault } from '../shared/requests.js';
import type { CatalogueClient } from './vendor-clients.js';
import type { VendorStore } from './vendor-store.js';
import type { Vendor } from './vendor.js';

/** The parsed query of a vendor's authorization endpoint. */
export interface VendorRequest {
  readonly client: CatalogueClient;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly challenge: string | undefined;
  /** The granted scopes, as the vendor separates them. */
  readonly scope: string;
  /** The query, with the granted scopes. */
  readonly query: URLSearchParams;
  /** The error in the rest of it, which goes back to the client (RFC 6749, section 4.1.2.1). */
  readonly fault: { readonly error: string; readonly error_description: string } | undefined;
}

/**
 * @param page origin of the page that asks, where the browser tells it
 * @throws {ConsentError} when the client or its redirect URI is wrong: then only the person may learn of it
 */
export function parseVendorRequest(
  sent: URLSearchParams,
  store: VendorStore,
  page: string | undefined,
): VendorRequest {
  const { vendor } = store;
  const named = sent.get('redirect_uri') ?? '';
  const client = findClient(sent.get('client_id') ?? '', named, store);
  const redirectUri = client.anyLoopback && isLoopbackUri(named) ? named : client.redirectUri;
  if (client.anyLoopback && redirectUri === client.redirectUri) {
    refuseElsewhere(page, redirectUri, 'Then set redirect_uri to its address: the sandbox takes it.');
  }
  const scope = scopeOf(sent, vendor);
  const query = new URLSearchParams(sent);
  query.set('scope', scope);
  return {
    client,
    redirectUri,
    state: sent.get('state') ?? undefined,
    challenge: vendor.pkce === 'never' ? undefined : sent.get('code_challenge') || undefined,
    scope,
    query,
    fault: faultOf(sent, scope, client, store),
  };
}

function findClient(
  clientId: string,
  redirectUri: string,
  { clients, takesUnknownClients, vendor }: VendorStore,
): CatalogueClient {
  const { redirectUri: counts = 'request' } = vendor;
  const fault = (parameter: string, message: string, remedy: string) =>
    new ConsentError([{ parameter, message, remedy }]);
  if (!clientId) throw fault('client_id', 'It is missing.', 'Set the client id of your app.');
  const client = clients.isAdHoc(clientId) ? undefined : clients.find(clientId);
  if (!client) {
    if (!takesUnknownClients) throw unknownClient(clientId, vendor.face.brand);
    const message = redirectUri ? uriFault(redirectUri) : 'It is missing.';
    if (!message) return clients.adopt(clientId, redirectUri);
    const remedy =
      counts === 'request'
        ? 'Set an https URL (http works for localhost), without “#”.'
        : `${vendor.face.brand} takes it from the app’s settings: register the client, with startSandbox({ clients }) or --provider, --client-id and --redirect-uri.`;
    throw fault('redirect_uri', message, remedy);
  }
  const isGood =
    counts === 'always' ||
    client.redirectUri === redirectUri ||
    (counts === 'registered' && !redirectUri) ||
    (client.anyLoopback && isLoopbackUri(redirectUri));
  if (isGood) return client;
  throw fault(
    'redirect_uri',
    redirectUri ? `“${redirectUri}” is not registered for “${client.name}”.` : 'It is missing.',
    `Use, to the character, ${client.redirectUri}.`,
  );
}

function scopeOf(query: URLSearchParams, { scopes = { default: '' } }: Vendor): string {
  if (typeof scopes === 'object' && 'app' in scopes) return scopes.app;
  return query.get('scope') || (typeof scopes === 'object' ? scopes.default : '');
}

function faultOf(
  query: URLSearchParams,
  scope: string,
  client: CatalogueClient,
  { vendor }: VendorStore,
): VendorRequest['fault'] {
  const fault = (error: string, error_description: string) => ({ error, error_description });
  if (!vendor.omitsResponseType && query.get('response_type') !== 'code') {
    return fault('unsupported_response_type', 'The response_type must be code');
  }
  if (vendor.scopes === 'required' && !scope) return fault('invalid_scope', 'The scope is missing');
  if (vendor.scopeSeparator && /\s/.test(scope)) {
    return fault('invalid_scope', `Scopes are separated by “${vendor.scopeSeparator}”, without spaces`);
  }
  const { pkce = 'may' } = vendor;
  if (pkce === 'never') return undefined;
  const challenge = query.get('code_challenge') ?? '';
  if (!challenge) {
    const isNeeded = pkce === 'must' || client.clientSecret === undefined;
    return isNeeded ? fault('invalid_request', 'The code_challenge is missing') : undefined;
  }
  if (query.get('code_challenge_method') !== 'S256') {
    return fault('invalid_request', 'The code_challenge_method must be S256');
  }
  if (!/^[\w-]{43}$/.test(challenge)) {
    return fault('invalid_request', 'The code_challenge is not a base64url-encoded SHA-256 hash');
  }
  return undefined;
}
