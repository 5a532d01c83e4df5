import { accountHost } from './account-host.js';
import type { Awaitable } from './awaitable.js';
import { CallbackError } from './callback-error.js';

/** What the redirect brought, once its state is verified and its host is the CRM's (RFC 6749, section 4.1.2). */
export interface AuthorizationResponse {
  readonly code: string;
  readonly state: string;
  /** The account's host, such as `acme.kommo.com`. */
  readonly host: string;
  /** The integration's id, as the redirect has it: in the metadata flow, the one that was just created. */
  readonly clientId: string | undefined;
}

/**
 * Reads the authorization response in the URL of the redirect. The order matters: the state first, as until then the
 * response may be anybody's; then the CRM's refusal; the account's host before any request goes out.
 *
 * @param url - the redirect's, complete or from its path on (`/callback?code=…`), or a parsed query
 * @param verify - verifies the state, and throws, or gives `false`, where it is not good: `verifyState()` or
 *   `verifySignedState()`
 * @throws CallbackError the provider's error, such as `access_denied`; `invalid_response` for a repeated parameter or
 *   without a code; `invalid_referer`; and whatever `verify` throws
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 */
export async function readAuthorizationResponse(
  url: string | URL | URLSearchParams,
  verify: (state: string) => Awaitable<unknown>,
): Promise<AuthorizationResponse> {
  // A path is enough: of the base nothing is used.
  const query = url instanceof URLSearchParams ? url : new URL(url, 'https://relative.invalid').searchParams;
  const state = single(query, 'state') ?? '';
  if ((await verify(state)) === false) {
    throw new CallbackError('state_mismatch', 'The state was not accepted.');
  }

  const error = single(query, 'error');
  if (error) throw refusal(error);
  const code = single(query, 'code');
  if (!code) throw invalid('The response has neither a code nor an error.');
  const host = accountHost(single(query, 'referer'));
  return { code, state, host, clientId: single(query, 'client_id') };
}

/** RFC 6749, section 3.1: no parameter twice; which of them counted would be anybody's guess. Empty is absent. */
function single(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name);
  if (others.length > 0) throw invalid(`The response has ${name} more than once.`);
  return value || undefined;
}

function refusal(error: string): CallbackError {
  // The characters of RFC 6749, section 4.1.2.1.
  if (!/^[\x20-\x21\x23-\x5b\x5d-\x7e]{1,200}$/.test(error)) return invalid('The error is not well-formed.');
  return new CallbackError(error, 'The CRM refused the authorization.', 'provider');
}

function invalid(message: string): CallbackError {
  return new CallbackError('invalid_response', message);
}
