import { own } from '../providers/own.js';
import { TokenError, type TokenRefusal } from './token-error.js';

const REFUSALS: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
] satisfies TokenRefusal[];

/** Hints about the code, the refresh token and the redirect URI: RFC 6749, section 5.2, calls all of them one thing. */
const GRANT = /authorization code|refresh token|redirect uri|^token (has|is)\b/i;

/** Characters that could end a line in a log, or change how it is read. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * What an error response of the token endpoint means. The vendor sends problem details (RFC 7807) with a `hint`, and no
 * error code: 400 for almost everything, 401 for a wrong client.
 *
 * @param body - the parsed body, whatever it is
 * @param secrets - what must not appear in the error, even if the server echoes it
 */
export function readProblem(
  status: number,
  body: unknown,
  host: string,
  secrets: readonly string[],
): TokenError {
  const { hint, error } = own(body);
  const shown = typeof hint === 'string' ? tidy(hint, secrets) : undefined;
  return new TokenError(codeOf(status, error, shown ?? ''), {
    host,
    status,
    hint: shown,
    reason: shown ?? `HTTP ${status}`,
  });
}

function codeOf(status: number, error: unknown, hint: string): TokenRefusal {
  if (typeof error === 'string' && REFUSALS.includes(error)) return error as TokenRefusal;
  if (status === 429) return 'temporarily_unavailable';
  if (status >= 500) return 'server_error';
  // Before the status: a refresh token may be refused with 401 as well.
  if (GRANT.test(hint)) return 'invalid_grant';
  if (status === 401) return 'invalid_client';
  // An account that is blocked, or whose time is up.
  if (status === 402 || status === 403) return 'access_denied';
  return 'invalid_request';
}

function tidy(text: string, secrets: readonly string[]): string {
  const redacted = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .filter(Boolean)
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  return redacted.replace(CONTROL, ' ').slice(0, 200);
}
