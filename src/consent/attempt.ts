import { hex } from '../providers/encoding.js';
import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { parseWebUrl, secureUrl } from '../providers/url.js';
import { AuthorizationError, type ClientErrorCode } from './errors.js';
import { listenForReport } from './channel.js';
import { openPopup, watchPopup } from './popup.js';
import {
  type AuthorizationResponse,
  type Expectation,
  type Outcome,
  readMessage,
  readReport,
} from './response.js';
import { keepAttempt } from './storage.js';

/** Options of `authorize()`. */
export interface AuthorizeOptions {
  /** Ends the attempt: the window closes, and the promise rejects with `aborted`. The signal's reason is the cause. */
  signal?: AbortSignal | undefined;
  /** Time limit of the attempt, in ms; then it ends with `timeout`. Default: none. */
  timeout?: number | undefined;
  /**
   * Called when the window has cut its tie to the page (Cross-Origin-Opener-Policy). The attempt goes on, but the page can no
   * longer see whether the window is open: offer a way to cancel.
   */
  onDetached?: (() => void) | undefined;
}

/** One authorization, from its window to its outcome. It settles once, and leaves nothing behind. */
export interface Attempt {
  /** URL of the consent page. */
  readonly url: string;
  /** The attempt's state, as a server decodes it from the URL. */
  readonly state: string;
  /** Settles with the outcome; rejects with an `AuthorizationError`, and with nothing else. */
  readonly response: Promise<AuthorizationResponse>;
  /**
   * Opens the window, or another one in its place. Call it synchronously in the click's handler.
   *
   * @returns whether it opened
   */
  open(): boolean;
  /** Brings the window to the front. */
  focus(): void;
  /** Ends the attempt with `aborted`. */
  cancel(cause?: unknown): void;
}

/**
 * Prepares an attempt. Nothing happens before `open()`.
 *
 * @throws AuthorizationError `invalid_configuration` if the request lacks something, `unsupported_environment` if the browser or
 *   the page does, or if there is neither
 */
export function createAttempt(
  request: AuthorizationRequest,
  // Inherited options count: `authorize(request, controller)` takes the signal of an AbortController.
  { signal, timeout, onDetached }: AuthorizeOptions = {},
): Attempt {
  let closed: ClientErrorCode = 'popup_closed';
  const expected = {
    ...expectation(request),
    onOtherState(): void {
      closed = 'state_mismatch';
    },
  };
  const { url, state } = expected;
  const ended = new AbortController();
  const until = ended.signal;
  let popup: Window | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settle!: (outcome: AuthorizationResponse | Promise<never>) => void;
  const response = new Promise<AuthorizationResponse>((resolve) => (settle = resolve));

  const end = (outcome: Outcome | undefined): void => {
    if (!outcome || until.aborted) return;
    ended.abort();
    clearTimeout(timer);
    popup?.close();
    const isError = outcome instanceof AuthorizationError;
    // Then a redirect page completes the attempt: in the main window, or in a tab.
    if (isError ? outcome.code === 'popup_blocked' : outcome.url) keepAttempt(expected);
    settle(isError ? Promise.reject(outcome) : outcome);
  };
  const fail = (code: ClientErrorCode, cause?: unknown): void =>
    end(new AuthorizationError(code, { clientId: expected.clientId, cause }));
  const cancel = (cause?: unknown): void => fail('aborted', cause);
  const heedSignal = (): void => {
    if (signal?.aborted) cancel(signal.reason);
  };

  const listen = (): void => {
    addEventListener('message', (event) => end(readMessage(event, popup, expected)), { signal: until });
    listenForReport(state, until, (data) => end(readReport(data, expected)));
    addEventListener('pagehide', () => cancel(), { signal: until });
    signal?.addEventListener('abort', heedSignal, { signal: until });
    if (timeout) timer = setTimeout(fail, timeout, 'timeout');
  };

  const open = (): boolean => {
    heedSignal();
    if (until.aborted) return false;
    const isFirst = !popup;
    popup = openPopup(url, request.window);
    if (!popup) {
      fail('popup_blocked');
      return false;
    }
    if (isFirst) listen();
    watchPopup(popup, until, () => fail(closed), onDetached);
    return true;
  };

  return { url, state, response, open, focus: () => popup?.focus(), cancel };
}

function expectation(request: AuthorizationRequest): Expectation & { readonly url: string } {
  const given = own(request);
  try {
    // A worker has a location, and no window.
    const page = window.location.href;
    const prepared = request.prepare(given.state || createState(), page);
    const { url, state, clientId, redirectUri, codeVerifier } = own(prepared);
    secureUrl('url', url);
    // The redirect page may report from the page's own origin, from the redirect URI's, and from the allowed ones.
    const urls = [self.origin, redirectUri ?? given.redirectUri, ...(given.allowedOrigins ?? [])];
    return {
      url,
      state,
      mode: given.mode,
      clientId,
      issuer: given.issuer,
      codeVerifier,
      redirectUri,
      redirectOrigins: urls.map((url) => parseWebUrl(url)?.origin),
      isConsentOrigin: (origin) => request.isConsentOrigin(origin),
    };
  } catch (cause) {
    const code = cause instanceof TypeError ? 'invalid_configuration' : 'unsupported_environment';
    throw new AuthorizationError(code, {
      clientId: given.clientId,
      description: (cause as Error).message,
      cause,
    });
  }
}

/** Creates a state: 128 random bits as 32 hexadecimal digits (RFC 6749, section 10.12; RFC 9700, section 4.7). */
export function createState(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}
