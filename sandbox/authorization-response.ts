import type { AuthorizationRequest } from './authorization-request.js';
import { withQuery } from './with-query.js';

/** The outcome of an authorization request, in both forms in which it can travel. */
export interface AuthorizationResponse {
  /** The redirect URI with the answer in its query. */
  redirect: string;
  /** The message for the opener. */
  message: { url: string } | { client_id?: string; error: 'access_denied' };
}

type Answered = Pick<AuthorizationRequest, 'clientId' | 'redirectUri' | 'state'>;

/** @param referer host of the account that was chosen, without a scheme. */
export function allowed(request: Answered, code: string, referer: string): AuthorizationResponse {
  const { clientId, redirectUri, state } = request;
  const url = withQuery(redirectUri, { code, state, referer, client_id: clientId });
  return { redirect: url, message: { url } };
}

/** In the metadata flow there is no integration yet, and so no `client_id`. */
export function denied({ clientId, redirectUri, state }: Answered): AuthorizationResponse {
  const error = 'access_denied';
  return {
    redirect: withQuery(redirectUri, { error, client_id: clientId, state }),
    message: { ...(clientId && { client_id: clientId }), error },
  };
}
