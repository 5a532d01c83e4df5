import { own } from '../../providers/own.js';
import { send } from '../http.js';
import type { Client } from './client.js';
import { checkHost, urlAt } from './hosts.js';
import { readRefusal, TokenError } from './token-error.js';
import { TokenSet } from './token-set.js';

/** Settings of a request for tokens. */
export interface TokenRequestOptions {
  /** How long one request may take, in ms. Default 10 seconds. */
  readonly timeout?: number | undefined;
  /**
   * Base URL of a server that stands in for the provider's, such as the sandbox: https, or http on this machine. It receives
   * the client secret. The host is checked all the same. Default: the provider's server.
   */
  readonly server?: string | undefined;
}

/** The grant to exchange for tokens (RFC 6749, sections 4.1.3 and 6; RFC 7636, section 4.5). */
export type Grant =
  | {
      readonly grant_type: 'authorization_code';
      readonly code: string;
      readonly code_verifier?: string;
    }
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string };

/**
 * Sends one request to the token endpoint of the client's provider (RFC 6749, section 3.2).
 *
 * @param host - not trusted: only one that the provider's definition names gets the request
 * @throws CallbackError `invalid_referer` or `invalid_host` for any other host, before any request
 * @throws TokenError
 */
export async function requestTokens(
  client: Client,
  host: string,
  grant: Grant,
  options: TokenRequestOptions,
): Promise<TokenSet> {
  const endpoint = client.tokenEndpoint;
  const checked = checkHost(endpoint, host);
  const url = urlAt(endpoint.tokenUrl, checked, options);
  const { status, text } = await send(url, requestOf(client, grant), checked, options.timeout);
  if (status === 0 || (status >= 300 && status < 400)) {
    const reason = 'The token endpoint redirects, which was not followed';
    throw new TokenError('redirected', { host: checked, status: status || undefined, reason });
  }
  const body = parse(text);
  if (status < 400) return readTokens(client, grant, checked, { status, body });
  throw readRefusal(endpoint, checked, { status, body }, secretsOf(client, grant));
}

function requestOf(client: Client, grant: Grant): RequestInit {
  const { clientId, clientSecret, redirectUri, authentication } = client;
  const { encoding, sendsRedirectUriOnRefresh } = client.tokenEndpoint;
  const sendsRedirectUri = grant.grant_type === 'authorization_code' || sendsRedirectUriOnRefresh;
  const fields = {
    ...(authentication !== 'basic' && { client_id: clientId }),
    ...(authentication === 'body' && clientSecret && { client_secret: clientSecret }),
    ...grant,
    ...(sendsRedirectUri && { redirect_uri: redirectUri }),
  };
  const isForm = encoding === 'form';
  return {
    method: 'POST',
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      accept: 'application/json',
      ...(authentication === 'basic' && { authorization: `Basic ${basicCredentials(client)}` }),
    },
    body: isForm ? new URLSearchParams(fields).toString() : JSON.stringify(fields),
  };
}

/** RFC 6749, section 2.3.1: encoded as in a form first, so that a colon in the id does not end it. */
function basicCredentials({ clientId, clientSecret = '' }: Client): string {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return btoa(`${encode(clientId)}:${encode(clientSecret)}`);
}

/** Everything of the request that an error must not repeat. */
function secretsOf(client: Client, grant: Grant): string[] {
  const { clientSecret = '' } = client;
  const sent =
    grant.grant_type === 'refresh_token' ? [grant.refresh_token] : [grant.code, grant.code_verifier ?? ''];
  return [...(clientSecret ? [basicCredentials(client)] : []), clientSecret, ...sent];
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Reads a token response (RFC 6749, section 5.1). Whatever host it may name, the tokens belong to the one that was asked. */
function readTokens(
  { tokenEndpoint }: Client,
  grant: Grant,
  host: string,
  { status, body }: { readonly status: number; readonly body: unknown },
): TokenSet {
  const fields = own(body);
  const { token_type: type, expires_in: lifetime } = fields;
  const issuedAt = Date.now();
  try {
    // RFC 6749, section 7.1: a token of an unknown type is not to be used.
    if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') throw new TypeError('No bearer token.');
    for (const name of tokenEndpoint.requiredFields) {
      if (fields[name] === undefined) throw new TypeError(`No ${name}.`);
    }
    // RFC 6749, section 6: without a new refresh token, the old one stays.
    const old = grant.grant_type === 'refresh_token' ? grant.refresh_token : undefined;
    return new TokenSet({
      provider: tokenEndpoint.provider,
      host,
      accessToken: fields.access_token as string,
      refreshToken: (fields.refresh_token as string | undefined) ?? old,
      issuedAt,
      expiresAt: lifetime === undefined ? undefined : issuedAt + Number(lifetime) * 1000,
    });
  } catch {
    throw new TokenError('invalid_response', { host, status, reason: 'The answer holds no tokens' });
  }
}
