import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { own } from '../providers/own.js';
import { type Backing, type BackingEvents, createStatus } from './backing.js';
import { buttonBacking } from './button-backing.js';
import { checkFrame, listenToFrame, postToFrame } from './frame.js';
import { type AuthorizationFunctions, functionBacking } from './function-backing.js';
import { invalidConfiguration } from './invalid-configuration.js';
import {
  type AuthorizationStatus,
  type HostMessage,
  type Notice,
  type Received,
  type ThirdPartyService,
} from './messages.js';
import { errorNotice, reportFailure } from './report-failure.js';

/** What `connectThirdPartyService()` takes. */
export type ServiceOptions = {
  /** The service as the widget is to know it. */
  readonly service: ThirdPartyService;
  /**
   * What the widget shows when an authorization failed; nothing for `undefined`. Default: a sentence in the page's language,
   * and nothing where the visitor closed the window.
   */
  readonly notice?: ((error: unknown) => Notice | undefined) | undefined;
} & (
  | AuthorizationFunctions
  | {
      /**
       * A `<crm-oauth-button>`. A click in the widget runs its authorization, and both buttons always have the same status:
       * `authorized` and `authorizedAccount`.
       */
      readonly authorize: CrmOAuthButton;
      /**
       * Revokes; the button is then told that it is no longer authorized. Called for `crm-oauth-disconnect`, which a click in
       * the widget fires as well. Default: the page listens to that event, and sets `authorized` itself.
       */
      readonly unauthorize?: (() => unknown) | undefined;
    }
);

/** A service in the widget. */
export interface ServiceConnection {
  /** What both sides show. */
  readonly status: AuthorizationStatus;
  /** Tells the widget that the page has connected or disconnected by itself; a `<crm-oauth-button>` as well. */
  update(status: { readonly authorized: boolean; readonly authorizedAccount?: string | undefined }): void;
  /**
   * Ends it: nothing is listened to any more, and the signal of an `authorize` under way fires; that of a
   * `<crm-oauth-button>` goes on without the widget. The widget keeps its own button until it is loaded anew, for there is no
   * message that takes it away.
   */
  disconnect(): void;
}

/**
 * Puts a service with an authorization button into RingCentral Embeddable: registers it whenever the widget gets ready,
 * answers each request at once, runs one authorization at a time, and tells the widget the outcome.
 *
 * The widget reports its visitor's click by a message, and the browser lets the page open a window in the handler of that
 * message: `authorize` is called right there.
 *
 * @example
 * ```ts
 * const frame = await loadAdapter({ clientId });
 * connectThirdPartyService(frame, {
 *   service: { name: 'Kommo' },
 *   authorize: document.querySelector('crm-oauth-button'),
 *   unauthorize: () => fetch('/kommo/disconnect', { method: 'POST' }),
 * });
 * ```
 * @param frame - the widget's frame; the origin of its `src` is the only one that is listened to and spoken to
 * @returns the service, until its `disconnect()`
 * @throws AuthorizationError `invalid_configuration` where an option is missing or wrong
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/third-party-auth
 */
export function connectThirdPartyService(
  frame: HTMLIFrameElement,
  options: ServiceOptions,
): ServiceConnection {
  checkFrame(frame);
  const { service: given, notice = errorNotice } = own(options);
  const service = checkService(given);
  const path = service.authorizationPath || '/authorize';
  const ended = new AbortController();
  const { signal } = ended;

  const post = (message: HostMessage): void => {
    if (!signal.aborted) postToFrame(frame, message);
  };
  const register = (): void => {
    const { look, status } = backing;
    const registration = { ...look, ...service, authorizationPath: path, ...status };
    post({ type: 'rc-adapter-register-third-party-service', service: registration });
  };
  const sendStatus = (): void => post({ type: 'rc-adapter-update-authorization-status', ...backing.status });
  const onError = (error: unknown): void => {
    if (!signal.aborted) reportFailure(frame, error, notice);
  };
  const onRequest = ({ requestId, body }: Received): void => {
    // Within 3 s, or the widget gives up on it; the authorization takes longer.
    post({ type: 'rc-post-message-response', responseId: requestId, response: { data: 'ok' } });
    const { authorized } = backing.status;
    // A click on a status that is no longer true asks for nothing: the widget has missed an update.
    if (own(body).authorized === !authorized) sendStatus();
    else if (authorized) backing.unauthorize();
    else backing.authorize();
  };

  const backing = createBacking(options, service, { signal, onChange: sendStatus, onError });
  listenToFrame(frame, signal, (message) => {
    // Whenever it comes: nothing else tells that the frame was loaded anew, and the widget has forgotten everything.
    if (message.type === 'rc-login-status-notify') register();
    else if (message.type === 'rc-post-message-request' && message.path === path) onRequest(message);
  });
  // A widget that is ready already says no more; one that is not drops this.
  register();

  return {
    get status() {
      return backing.status;
    },
    update: ({ authorized, authorizedAccount }) => {
      backing.status = createStatus(authorized, authorizedAccount);
    },
    disconnect: () => ended.abort(),
  };
}

function createBacking(options: ServiceOptions, service: ThirdPartyService, events: BackingEvents): Backing {
  const { authorize, unauthorize } = own(options);
  if (typeof authorize === 'function' && typeof unauthorize === 'function') {
    const status = createStatus(service.authorized, service.authorizedAccount);
    return functionBacking({ authorize, unauthorize }, status, events);
  }
  if (isButton(authorize)) return buttonBacking(authorize, unauthorize, events);
  throw invalidConfiguration(
    'authorize must be a function, with unauthorize as another one, or a <crm-oauth-button> that is defined already.',
  );
}

/** Before it is defined, an element has no methods; and a selector may have found none. */
function isButton(button: unknown): button is CrmOAuthButton {
  return button instanceof HTMLElement && 'authorize' in button;
}

/** A copy: whatever cannot be posted throws here, not in a message's handler. */
function checkService(service: ThirdPartyService | undefined): ThirdPartyService {
  if (!service?.name) {
    throw invalidConfiguration('service.name is missing: the widget ignores a service without a name.');
  }
  try {
    return structuredClone(service);
  } catch (cause) {
    throw invalidConfiguration('service must hold data alone, for it is posted to the widget.', cause);
  }
}
