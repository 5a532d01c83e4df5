import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { invalidConfiguration } from '../consent/errors.js';
import { own } from '../providers/own.js';
import {
  type AuthorizationFunctions,
  type Backing,
  type BackingEvents,
  createStatus,
  functionBacking,
} from './backing.js';
import { buttonBacking } from './button-backing.js';
import { checkBanner, checkLicense, checkService } from './check-service.js';
import { checkFrame, listenToFrame, postToFrame } from './frame.js';
import type {
  AuthorizationStatus,
  Banner,
  HiddenBanner,
  HostMessage,
  LicenseStatus,
  Notice,
  Received,
  ThirdPartyService,
} from './messages.js';
import { errorNotice, reportFailure } from './report-failure.js';

/** Options of `connectThirdPartyService()`. */
export type ServiceOptions = {
  /** The service to register in the widget. */
  readonly service: ThirdPartyService;
  /**
   * The notice that the widget shows when an authorization failed; `undefined` shows none. Default: a sentence in the page's
   * language, and none if the visitor closed the window.
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
  /** The status of both sides. */
  readonly status: AuthorizationStatus;
  /** Tells the widget that the page has connected or disconnected by itself; a `<crm-oauth-button>` as well. */
  update(status: { readonly authorized: boolean; readonly authorizedAccount?: string | undefined }): void;
  /**
   * Shows another licence status; what is left out is removed. Versions before 3 show none.
   *
   * @throws AuthorizationError `invalid_configuration` if a text, the colour or a link is not one
   */
  updateLicenseStatus(license: LicenseStatus): void;
  /**
   * Shows a banner in place of the former one, or with `hidden` removes it. Versions before 3 show none.
   *
   * @throws AuthorizationError `invalid_configuration` if a part of it is missing or wrong
   */
  updateBanner(banner: Banner | HiddenBanner): void;
  /**
   * Ends the connection and all its listeners. The signal of an `authorize` under way fires; the attempt of a
   * `<crm-oauth-button>` goes on without the widget. The widget keeps its button until it is reloaded, as no message removes it.
   */
  disconnect(): void;
}

/**
 * Puts a service with an authorization button into RingCentral Embeddable. Registers the service whenever the widget gets
 * ready, acknowledges each request at once, runs one authorization at a time, and tells the widget the outcome.
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
 * @param frame - the widget's frame; the function listens and speaks only to the origin of its `src`
 * @returns the service, until its `disconnect()`
 * @throws AuthorizationError `invalid_configuration` if an option is missing or wrong
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/third-party-auth
 */
export function connectThirdPartyService(
  frame: HTMLIFrameElement,
  options: ServiceOptions,
): ServiceConnection {
  checkFrame(frame);
  const { service: given, notice = errorNotice } = own(options);
  let service = checkService(given);
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
    // The widget waits 3 s, and an authorization takes longer.
    post({ type: 'rc-post-message-response', responseId: requestId, response: { data: 'ok' } });
    const { authorized } = backing.status;
    // A click on an outdated status: the widget has missed an update.
    if (own(body).authorized === !authorized) sendStatus();
    else if (authorized) backing.unauthorize();
    else backing.authorize();
  };

  const onButton = ({ body }: Received): void => {
    const { type, dismissed } = own(own(body).button);
    // Another registration would bring a banner back that the visitor has closed.
    if (type === 'customizedBanner' && dismissed) service = { ...service, banner: undefined };
  };

  const backing = createBacking(options, service, { signal, onChange: sendStatus, onError });
  listenToFrame(frame, signal, (message) => {
    // Each time: nothing else tells that the frame was reloaded, and then the widget has forgotten everything.
    if (message.type === 'rc-login-status-notify') register();
    if (message.type !== 'rc-post-message-request') return;
    if (message.path === path) onRequest(message);
    else if (message.path === service.buttonEventPath) onButton(message);
  });
  // A widget that is ready already does not say so again; one that is not drops this message.
  register();

  return {
    get status() {
      return backing.status;
    },
    update: ({ authorized, authorizedAccount }) => {
      backing.status = createStatus(authorized, authorizedAccount);
    },
    updateLicenseStatus: (license) => {
      const changed = checkLicense('', license);
      service = { ...service, ...changed };
      post({ type: 'rc-adapter-refresh-license-status', ...changed });
    },
    updateBanner: (given) => {
      const banner = checkBanner('banner', given, service);
      service = { ...service, banner: banner.hidden ? undefined : banner };
      post({ type: 'rc-adapter-update-customized-banner', banner });
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

/** An element that is not defined yet has no methods, and a selector may find nothing. */
function isButton(button: unknown): button is CrmOAuthButton {
  return button instanceof HTMLElement && 'authorize' in button;
}
