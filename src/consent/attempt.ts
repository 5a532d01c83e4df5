import type { AuthorizationRequest, PreparedRequest } from '../providers/provider.js';
import { parseWebUrl } from '../providers/url.js';
import { AuthorizationError, type ClientErrorCode } from './errors.js';
import { listenForReport } from './channel.js';
import { openPopup, watchPopup } from './popup.js';
import {
  type AuthorizationResponse,
  hasOtherState,
  type Outcome,
  readMessage,
  readReport,
} from './response.js';
import { createState } from './state.js';
import { KEPT_STATE, KEPT_VERIFIER, storage } from './storage.js';

/** Settings of one attempt. */
export interface AuthorizeOptions {
  /** Ends the attempt: the window closes, and the promise rejects with `aborted`, the signal's reason as its cause. */
  signal?: AbortSignal | undefined;
  /** Ends the attempt with `timeout` after so many ms. Default: none. */
  timeout?: number | undefined;
  /**
   * Called when the window cut its tie to the page (Cross-Origin-Opener-Policy). The attempt goes on, but nobody can see
   * any more whether the window is open: offer a way to cancel.
   */
  onDetached?: (() => void) | undefined;
}

/** One authorization, from the opening of its window to the outcome. It settles once and leaves nothing behind. */
export interface Attempt {
  /** URL of the consent page. */
  readonly url: string;
  /** The attempt's state, as a server decodes it from the URL. */
  readonly state: string;
  /** Settles with the outcome; rejects with an `AuthorizationError`, and with nothing else. */
  readonly response: Promise<AuthorizationResponse>;
  /**
   * Opens the window, or another one in its place. Must be reached synchronously from the click; everything else follows
   * by itself.
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
 * Prepares an attempt. Nothing happens before it is opened.
 *
 * @throws AuthorizationError `invalid_configuration` where the request lacks something, `unsupported_environment` where
 * the browser or the page does, or where there is neither
 */
export function createAttempt(
  request: AuthorizationRequest,
  { signal, timeout, onDetached }: AuthorizeOptions = {},
): Attempt {
  const { url, query, codeVerifier } = prepare(request);
  const state = query.get('state') ?? '';
  const clientId = query.get('client_id');
  const ended = new AbortController();
  let popup: Window | undefined;
  let closed: ClientErrorCode = 'popup_closed';
  let settle!: (outcome: Promise<AuthorizationResponse>) => void;
  const response = new Promise<AuthorizationResponse>((resolve) => (settle = resolve));

  const end = (outcome: Outcome | undefined): void => {
    if (!outcome || ended.signal.aborted) return;
    ended.abort();
    popup?.close();
    // The outcome is then for a redirect page to read: the main window's, or a tab's.
    if (outcome instanceof AuthorizationError ? outcome.code === 'popup_blocked' : outcome.url) {
      storage.set(KEPT_STATE, state);
      if (codeVerifier) storage.set(KEPT_VERIFIER, codeVerifier);
      else storage.remove(KEPT_VERIFIER);
    }
    settle(outcome instanceof AuthorizationError ? Promise.reject(outcome) : Promise.resolve(outcome));
  };
  const fail = (code: ClientErrorCode, cause?: unknown): void =>
    end(new AuthorizationError(code, { clientId, cause }));
  const cancel = (cause?: unknown): void => fail('aborted', cause);

  const listen = (): void => {
    const until = ended.signal;
    const expected = {
      ...request,
      state,
      clientId,
      codeVerifier,
      redirectOrigins: redirectOrigins(request, query),
    };
    addEventListener(
      'message',
      (event) => {
        end(readMessage(event, popup, expected));
        if (hasOtherState(event, popup, expected)) closed = 'state_mismatch';
      },
      { signal: until },
    );
    listenForReport(state, until, (data) => end(readReport(data, expected)));
    addEventListener('pagehide', () => cancel(), { signal: until });
    signal?.addEventListener('abort', () => cancel(signal.reason), { signal: until });
    const timer = timeout && setTimeout(fail, timeout, 'timeout');
    until.addEventListener('abort', () => clearTimeout(timer));
  };

  const open = (): boolean => {
    if (signal?.aborted) cancel(signal.reason);
    if (ended.signal.aborted) return false;
    const isFirst = !popup;
    popup = openPopup(url, request.window);
    if (!popup) {
      fail('popup_blocked');
      return false;
    }
    if (isFirst) listen();
    watchPopup(popup, ended.signal, () => fail(closed), onDetached);
    return true;
  };

  return { url, state, response, open, focus: () => popup?.focus(), cancel };
}

function prepare(request: AuthorizationRequest): PreparedRequest & { query: URLSearchParams } {
  try {
    const prepared = request.prepare(request.state || createState(), document.URL);
    // Read back from the URL: a value that was escaped by hand comes back without its escapes.
    return { ...prepared, query: new URL(prepared.url).searchParams };
  } catch (cause) {
    const code = cause instanceof TypeError ? 'invalid_configuration' : 'unsupported_environment';
    const { message: description } = cause as Error;
    throw new AuthorizationError(code, { clientId: request.clientId, description, cause });
  }
}

/** The redirect page may speak from the page's own origin, from the redirect URI's, and from those that were named. */
function redirectOrigins(
  { redirectUri, allowedOrigins = [] }: AuthorizationRequest,
  query: URLSearchParams,
): (string | undefined)[] {
  const urls = [self.origin, query.get('redirect_uri') ?? redirectUri, ...allowedOrigins];
  return urls.map((url) => parseWebUrl(url)?.origin);
}
