import { own } from '../providers/own.js';
import { accountHost } from './account-host.js';
import type { Client } from './client.js';
import { readProblem } from './read-problem.js';
import { send } from './send.js';
import { TokenError } from './token-error.js';
import { TokenSet } from './token-set.js';
import { tokenServer } from './token-server.js';

/** Settings of a request for tokens. */
export interface TokenRequestOptions {
  /** How long one request may take, in ms. Default 10 seconds. */
  readonly timeout?: number | undefined;
  /**
   * Base URL of a server that stands in for the account's, for the sandbox: https, or http on this machine. It receives
   * the client secret. The account's host is checked all the same. Default `https://` and the account's host.
   */
  readonly server?: string | undefined;
}

/** What tokens are given for (RFC 6749, sections 4.1.3 and 6). */
export type Grant =
  | { readonly grant_type: 'authorization_code'; readonly code: string }
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string };

/** How long one request may take by default, in ms. */
export const TIMEOUT = 10_000;

/**
 * One request to the token endpoint (RFC 6749, section 3.2), in the vendor's JSON.
 *
 * @throws CallbackError `invalid_referer` for a host that is not the CRM's, before any request
 * @throws TokenError
 */
export async function requestTokens(
  client: Client,
  host: string,
  grant: Grant,
  options: TokenRequestOptions,
): Promise<TokenSet> {
  const account = accountHost(host);
  const { status, text } = await send(
    `${tokenServer(account, options)}/oauth2/access_token`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        client_id: client.clientId,
        client_secret: client.clientSecret,
        ...grant,
        redirect_uri: client.redirectUri,
      }),
    },
    account,
    options.timeout ?? TIMEOUT,
  );
  if (status === 0 || (status >= 300 && status < 400)) {
    const reason = 'The token endpoint redirects, which was not followed';
    throw new TokenError('redirected', { host: account, status: status || undefined, reason });
  }
  const body = parse(text);
  if (status < 400) return readTokens(status, body, account);
  const secret = grant.grant_type === 'refresh_token' ? grant.refresh_token : grant.code;
  throw readProblem(status, body, account, [client.clientSecret, secret]);
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function readTokens(status: number, body: unknown, host: string): TokenSet {
  const fields = own(body);
  const { token_type: type, expires_in: lifetime } = fields;
  const issuedAt = Date.now();
  try {
    // RFC 6749, section 7.1: a token of an unknown type is not to be used.
    if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
      throw new TypeError('Not a bearer token.');
    }
    return new TokenSet({
      host,
      accessToken: fields.access_token as string,
      refreshToken: fields.refresh_token as string,
      issuedAt,
      expiresAt: issuedAt + Number(lifetime) * 1000,
    });
  } catch {
    throw new TokenError('invalid_response', { host, status, reason: 'The answer holds no tokens' });
  }
}
