import { own } from '../../providers/own.js';
import type { TokenEndpoint } from '../../providers/token-endpoint.js';
import { CallbackError } from '../callback-error.js';
import { parseJson, textAt } from '../json.js';
import { findApiHost } from './api-hosts.js';
import type { Client } from './client.js';
import { sendAsClient, shownSecrets, type TokenRequestOptions } from './client-request.js';
import { checkHost } from './hosts.js';
import { readRefusal, TokenError } from './token-error.js';
import { TokenSet } from './token-set.js';

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
  const fields = fieldsOf(client, grant);
  const { status, text } = await sendAsClient(client, checked, endpoint.tokenUrl, fields, options);
  if (status === 0 || (status >= 300 && status < 400)) {
    const reason = 'The token endpoint redirects, which was not followed';
    throw new TokenError('redirected', { host: checked, status: status || undefined, reason });
  }
  const body = parseJson(text);
  const { access_token: token, error } = own(body);
  // Some send a refusal with the status 200.
  if (status < 400 && (token !== undefined || typeof error !== 'string')) {
    return readTokens(client, grant, checked, { status, body });
  }
  throw readRefusal(endpoint, checked, { status, body }, secretsOf(client, checked, grant));
}

/** The parameters of a token request, besides the client's credentials. */
function fieldsOf({ redirectUri, tokenEndpoint }: Client, grant: Grant): Record<string, string> {
  const { sendsRedirectUri = 'code', parameters } = tokenEndpoint;
  const isSent = sendsRedirectUri === 'always' || (sendsRedirectUri === 'code' && 'code' in grant);
  return { ...parameters, ...grant, ...(isSent && { redirect_uri: redirectUri }) };
}

/** Everything of the request that an error must not repeat. */
function secretsOf(client: Client, host: string, grant: Grant): string[] {
  const sent =
    grant.grant_type === 'refresh_token' ? [grant.refresh_token] : [grant.code, grant.code_verifier ?? ''];
  return [...shownSecrets(client, host), ...sent];
}

/** Reads a token response (RFC 6749, section 5.1). A host that it names is looked up among the provider's. */
function readTokens(
  { tokenEndpoint }: Client,
  grant: Grant,
  tokenHost: string,
  { status, body }: { readonly status: number; readonly body: unknown },
): TokenSet {
  const fields = own(body);
  const { provider, account, lifetimes } = tokenEndpoint;
  const { expires_in: lifetime = lifetimes?.accessToken } = fields;
  const { refresh_token_expires_in: refreshLifetime = fields.refresh_token && lifetimes?.refreshToken } =
    fields;
  const issuedAt = Date.now();
  const end = (seconds: unknown) => (seconds === undefined ? undefined : issuedAt + Number(seconds) * 1000);
  const tells = typeof account === 'object' && !account.url;
  try {
    checkTokenType(tokenEndpoint, fields);
    for (const name of tokenEndpoint.requiredFields) {
      if (fields[name] === undefined) throw new TypeError(`No ${name}.`);
    }
    // RFC 6749, section 6: without a new refresh token, the old one stays.
    const old = grant.grant_type === 'refresh_token' ? grant.refresh_token : undefined;
    return new TokenSet({
      provider,
      host: findApiHost(tokenEndpoint, tokenHost, (name) => fields[name]),
      accessToken: fields.access_token as string,
      refreshToken: (fields.refresh_token as string | undefined) ?? old,
      issuedAt,
      expiresAt: end(lifetime),
      refreshExpiresAt: end(refreshLifetime),
      account: tells ? textAt(fields, account.id) : undefined,
    });
  } catch (error) {
    // A host that is none of the provider's, in our own words.
    const reason = error instanceof CallbackError ? error.message : 'The answer holds no tokens';
    throw new TokenError('invalid_response', { host: tokenHost, status, reason });
  }
}

/** RFC 6749, section 7.1: a token of an unknown type is not to be used. */
function checkTokenType(
  { omitsTokenType }: TokenEndpoint,
  { token_type: type }: Record<string, unknown>,
): void {
  if (type === undefined && omitsTokenType) return;
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') throw new TypeError('No bearer token.');
}
