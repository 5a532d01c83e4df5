import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { CrmOAuthDisconnectEvent } from '../button/events.js';
import type { AuthorizationResponse } from '../consent/response.js';
import { type Backing, type BackingEvents, createStatus, exclusive } from './backing.js';
import type { AuthorizationStatus } from './messages.js';

/**
 * A `<crm-oauth-button>` behind the widget's button. Its `authorized` and `authorizedAccount` are the status of both,
 * whoever changes them: the page, a click on the page, or a click in the widget.
 */
export function buttonBacking(
  button: CrmOAuthButton,
  unauthorize: (() => unknown) | undefined,
  { signal, onChange, onError }: BackingEvents,
): Backing {
  let last = statusOf(button);
  let told: Promise<unknown> | undefined;
  let isSetting = false;
  const compare = (): void => {
    const status = statusOf(button);
    if (isSetting || isSame(status, last)) return;
    last = status;
    onChange();
  };
  const set = (status: AuthorizationStatus): void => {
    isSetting = true;
    Object.assign(button, status);
    isSetting = false;
    compare();
  };
  let arrived: AuthorizationResponse | undefined;
  button.addEventListener(
    'crm-oauth-statuschange',
    ({ status }) => {
      // Not with the response already: the page may still have to send it to its server.
      if (arrived && status === 'authorized') {
        const { referer } = arrived;
        arrived = undefined;
        set(createStatus(true, referer));
      }
      compare();
    },
    { signal },
  );

  const revoke =
    unauthorize &&
    exclusive(async () => {
      await unauthorize();
      set(createStatus(false));
    }, onError);
  button.addEventListener('crm-oauth-disconnect', () => revoke?.(), { signal });
  button.addEventListener('crm-oauth-success', ({ response }) => (arrived = response), { signal });
  button.addEventListener('crm-oauth-error', () => (arrived = undefined), { signal });

  return {
    get look() {
      const { authorizedTitle, unauthorizedTitle, authorizationLogo, showAuthRedDot } = button;
      // An empty caption would leave the widget's button without one.
      return {
        authorizedTitle: authorizedTitle || undefined,
        unauthorizedTitle: unauthorizedTitle || undefined,
        authorizationLogo: authorizationLogo || undefined,
        showAuthRedDot,
      };
    },
    get status() {
      return statusOf(button);
    },
    set status(status) {
      set(status);
    },
    authorize() {
      const response = button.authorize();
      // The promise is the same while an attempt is under way: report its failure once.
      if (response !== told) response.catch(onError);
      told = response;
    },
    unauthorize: () => void button.dispatchEvent(new CrmOAuthDisconnectEvent()),
  };
}

/** The widget knows no third status: a lost connection is none. */
function statusOf({ authorized, reconnect, authorizedAccount }: CrmOAuthButton): AuthorizationStatus {
  return { authorized: authorized && !reconnect, authorizedAccount };
}

function isSame(one: AuthorizationStatus, other: AuthorizationStatus): boolean {
  return one.authorized === other.authorized && one.authorizedAccount === other.authorizedAccount;
}
