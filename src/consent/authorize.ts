import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { type AuthorizeOptions, createAttempt } from './attempt.js';
import { inShell } from './in-shell.js';
import { inWindow } from './in-window.js';
import type { AuthorizationResponse } from './response.js';
import { joinFlight, startFlight } from './single-flight.js';

/**
 * Opens the provider's consent window and waits for the outcome. Call it synchronously in a click's handler, or the browser blocks
 * the window.
 *
 * While an attempt for the same request object is under way, its window gets the focus and its promise is returned.
 *
 * @example
 * ```ts
 * const request = kommo({ clientId: '…' });
 * button.addEventListener('click', async () => {
 *   const { code } = await authorize(request);
 * });
 * ```
 * @param request - made by a provider such as `kommo()`
 * @returns the response; rejects with an `AuthorizationError`, and with nothing else
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1
 */
export function authorize(
  request: AuthorizationRequest,
  options?: AuthorizeOptions,
): Promise<AuthorizationResponse> {
  const current = joinFlight<AuthorizationResponse>(request);
  if (current) return current;
  try {
    const { open } = own(options);
    const attempt = createAttempt(request, open ? inShell(open) : inWindow(), options);
    const response = startFlight(request, attempt);
    attempt.open();
    return response;
  } catch (error) {
    return Promise.reject(error);
  }
}
