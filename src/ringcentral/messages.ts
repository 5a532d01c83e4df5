import { own } from '../providers/own.js';

/**
 * The registration of a service in the widget. Fields of other features, such as `contactsPath`, are passed on unchanged; the
 * page answers their requests itself.
 *
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/third-party-auth
 */
export interface ThirdPartyService {
  /** Its name. A widget has one service, and another registration replaces it. */
  readonly name: string;
  /** Shown in place of the name. */
  readonly displayName?: string | undefined;
  /** Whether it is connected. Default `false`; with a `<crm-oauth-button>` always the button's `authorized`. */
  readonly authorized?: boolean | undefined;
  /** The connected account. Default: none; with a `<crm-oauth-button>` always the button's `authorizedAccount`. */
  readonly authorizedAccount?: string | undefined;
  /** A description for the visitor. */
  readonly info?: string | undefined;
  /** Whether a red dot asks to connect while not connected. Default `false`. */
  readonly showAuthRedDot?: boolean | undefined;
  /** The path under which the widget's button asks. Default `/authorize`. */
  readonly authorizationPath?: string | undefined;
  /** The button's caption while connected. Default: the widget's own. */
  readonly authorizedTitle?: string | undefined;
  /** The button's caption while not connected. Default: the widget's own. */
  readonly unauthorizedTitle?: string | undefined;
  /** URL of a logo, at most 30 px high and 86 px wide: `https:` or `data:image/`. */
  readonly authorizationLogo?: string | undefined;
  readonly [field: string]: unknown;
}

/** Whether a service is connected, and to which account. The widget drops an update whose account is not a string. */
export interface AuthorizationStatus {
  readonly authorized: boolean;
  readonly authorizedAccount: string;
}

/** A notice that the widget shows for a while. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'danger';
  readonly message: string;
  /** How long the widget shows it, in ms. */
  readonly ttl: number;
}

/** A message from a page to the widget in its frame. */
export type HostMessage =
  | { readonly type: 'rc-adapter-register-third-party-service'; readonly service: ThirdPartyService }
  | ({ readonly type: 'rc-adapter-update-authorization-status' } & AuthorizationStatus)
  | {
      readonly type: 'rc-post-message-response';
      readonly responseId: unknown;
      readonly response: { readonly data: 'ok' };
    }
  | {
      readonly type: 'rc-adapter-message-request';
      readonly requestId: string;
      readonly path: '/custom-alert-message';
      readonly body: Notice;
    };

/** A login. The widget takes any message with a top-level `callbackUri` for a login, so no other message may have that key. */
export interface LoginMessage {
  readonly type: 'rc-adapter-authorization-code';
  readonly callbackUri: string;
}

/** A message from the widget to the page around it. */
export type WidgetMessage =
  | { readonly type: 'rc-login-status-notify'; readonly loggedIn: boolean }
  | {
      readonly type: 'rc-post-message-request';
      readonly requestId: string;
      readonly path: string;
      readonly body: { readonly authorized: boolean };
    };

/** An incoming message, unchecked. */
export type Received = Readonly<Record<string, unknown>>;

/** An incoming string; anything else is an empty one. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An incoming notice, or nothing if it has no message. */
export function readNotice(value: unknown): Notice | undefined {
  const { level, message, ttl } = own(value);
  if (!text(message)) return undefined;
  return {
    level: level === 'warning' || level === 'danger' ? level : 'info',
    message: text(message),
    ttl: typeof ttl === 'number' ? ttl : 5000,
  };
}
