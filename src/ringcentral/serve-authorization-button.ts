import { sayOnce } from '../button/console.js';
import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { CrmOAuthErrorEvent } from '../button/events.js';
import { createState } from '../consent/transaction.js';
import { AuthorizationError, invalidConfiguration } from '../consent/errors.js';
import { own } from '../providers/own.js';
import { parseWebUrl } from '../providers/url.js';
import {
  type Notice,
  readNotice,
  type Received,
  text,
  type ThirdPartyService,
  type WidgetMessage,
} from './messages.js';

/** How long the page around the widget may take to answer, in ms: as long as in RingCentral's own widget. */
const ANSWER = 3000;

/** Options of `serveAuthorizationButton()`. */
export interface ServeOptions {
  /** Exact origins of the pages that may have this widget in a frame and register a service in it. */
  readonly allowedOrigins: readonly string[];
  /** Called with each registration, whose name and purpose you may show. */
  readonly onRegister?: ((service: ThirdPartyService) => void) | undefined;
  /** Called with a notice for the visitor from the page around the widget. Default: notices are dropped. */
  readonly onNotice?: ((notice: Notice) => void) | undefined;
}

/**
 * Offers RingCentral Embeddable's authorization button in a widget of your own: a page in a frame with a
 * `<crm-oauth-button>`. The page around it registers its service, as with RingCentral's widget; the button then shows that
 * service's captions, logo, account and status, and a click asks that page to connect or to disconnect: `crm-oauth-request` is
 * prevented, and the button's own authorization never runs.
 *
 * Unlike RingCentral's widget it checks who speaks: only `window.parent`, and only from an allowed origin. Where the page
 * does not answer within 3 s, the button fires `crm-oauth-error` with `timeout`.
 *
 * In a page outside a frame, the button works as usual.
 *
 * @returns `disconnect()` gives the button back to its own authorization
 * @throws AuthorizationError `invalid_configuration` if `allowedOrigins` is empty, or an entry is not an origin
 */
export function serveAuthorizationButton(
  button: CrmOAuthButton,
  options: ServeOptions,
): { disconnect(): void } {
  const { allowedOrigins, onRegister, onNotice } = own(options);
  const ended = new AbortController();
  const { signal } = ended;
  const disconnect = (): void => ended.abort();
  const announced = embedderOrigins(allowedOrigins);
  if (parent === self) return { disconnect };

  /** The page that has registered a service, and the path of its requests. */
  let host: { readonly origin: string; readonly path: string } | undefined;
  let request: { readonly id: string; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  const post = (message: WidgetMessage, origin: string): void => parent.postMessage(message, origin);
  const settle = (): void => {
    clearTimeout(request?.timer);
    request = undefined;
  };
  const giveUp = (): void => {
    settle();
    const description = 'The page around this widget did not answer within 3 s.';
    sayOnce('warn', `${description} It must post a rc-post-message-response at once, before it authorizes.`);
    button.dispatchEvent(new CrmOAuthErrorEvent(new AuthorizationError('timeout', { description })));
  };
  const ask = (): void => {
    if (!host)
      sayOnce('warn', 'The page around this widget has registered no service yet: a click does nothing.');
    if (!host || request) return;
    const id = createState();
    request = { id, timer: setTimeout(giveUp, ANSWER) };
    const body = { authorized: button.authorized };
    post({ type: 'rc-post-message-request', requestId: id, path: host.path, body }, host.origin);
  };
  const showStatus = ({ authorized, authorizedAccount }: Received): void => {
    button.authorized = authorized === true;
    button.authorizedAccount = text(authorizedAccount);
  };
  const register = (service: Received, origin: string): void => {
    const path = text(service.authorizationPath);
    if (!text(service.name) || !path) return;
    host = { origin, path };
    showStatus(service);
    button.authorizedTitle = text(service.authorizedTitle);
    button.unauthorizedTitle = text(service.unauthorizedTitle);
    button.authorizationLogo = text(service.authorizationLogo);
    button.showAuthRedDot = service.showAuthRedDot === true;
    onRegister?.(service as ThirdPartyService);
  };
  const read = (message: Received, origin: string): void => {
    const { type, service, responseId, path, body } = message;
    if (type === 'rc-adapter-register-third-party-service') register(own(service), origin);
    if (origin !== host?.origin) return;
    if (type === 'rc-adapter-update-authorization-status') showStatus(message);
    if (type === 'rc-post-message-response' && responseId === request?.id) settle();
    if (type === 'rc-adapter-message-request' && path === '/custom-alert-message') {
      const notice = readNotice(body);
      if (notice) onNotice?.(notice);
    }
  };

  signal.addEventListener('abort', settle);
  addEventListener(
    'message',
    ({ data, origin, source }: MessageEvent<unknown>) => {
      if (source === parent && allowedOrigins.includes(origin)) read(own(data), origin);
    },
    { signal },
  );
  button.addEventListener(
    'crm-oauth-request',
    (event) => {
      // The button opens no window of its own.
      event.preventDefault();
      ask();
    },
    { signal },
  );
  for (const origin of announced) post({ type: 'rc-login-status-notify', loggedIn: false }, origin);
  return { disconnect };
}

/** The allowed origins that the page around this one may have: exactly one in browsers that name it, otherwise all. */
function embedderOrigins(allowedOrigins: readonly string[]): readonly string[] {
  const wrong = allowedOrigins.length
    ? allowedOrigins.find((text) => parseWebUrl(text)?.origin !== text)
    : '(nothing)';
  if (wrong !== undefined) {
    throw invalidConfiguration(
      `allowedOrigins must name exact origins, such as "https://shop.example", not "${wrong}".`,
    );
  }
  // Older versions of Firefox do not have it, and a page may hide its origin, which is then `null`.
  const [embedder] = (location as { readonly ancestorOrigins?: Iterable<string> }).ancestorOrigins ?? [];
  if (!embedder || embedder === 'null') return allowedOrigins;
  if (allowedOrigins.includes(embedder)) return [embedder];
  sayOnce('warn', `allowedOrigins does not name ${embedder}, the page around this widget.`);
  return [];
}
