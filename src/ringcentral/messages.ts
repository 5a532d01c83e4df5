import { own } from '../providers/own.js';

/**
 * What the widget is told of a service when it is registered. Fields of other features, such as `contactsPath`, are passed
 * on as they stand; the page answers their requests itself.
 *
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/third-party-auth
 */
export interface ThirdPartyService {
  /** Its name: there is one service for each widget, and another registration replaces it. */
  readonly name: string;
  /** What the widget shows in place of the name. */
  readonly displayName?: string | undefined;
  /** What it is for. */
  readonly info?: string | undefined;
  /** The path under which the widget's button asks. Default `/authorize`. */
  readonly authorizationPath?: string | undefined;
  /** Whether it is connected. Default `false`; with a `<crm-oauth-button>` what that shows, always. */
  readonly authorized?: boolean | undefined;
  /** The account that is connected. Default: none; with a `<crm-oauth-button>` what that shows, always. */
  readonly authorizedAccount?: string | undefined;
  /** The button's caption while connected. Default: the widget's own. */
  readonly authorizedTitle?: string | undefined;
  /** The button's caption while not connected. Default: the widget's own. */
  readonly unauthorizedTitle?: string | undefined;
  /** URL of a logo, at most 30 px high and 86 px wide: `https:` or `data:image/`. */
  readonly authorizationLogo?: string | undefined;
  /** Whether a red dot asks to connect while not connected. Default `false`. */
  readonly showAuthRedDot?: boolean | undefined;
  readonly [field: string]: unknown;
}

/** Whether a service is connected, and to which account. Without a string for the account the widget drops an update. */
export interface AuthorizationStatus {
  readonly authorized: boolean;
  readonly authorizedAccount: string;
}

/** A notice that the widget shows for a while. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'danger';
  readonly message: string;
  /** For how long, in ms. */
  readonly ttl: number;
}

/** What a page says to the widget in its frame. */
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

/** A login. The widget takes any message with a top-level `callbackUri` for one: no other message may have that key. */
export interface LoginMessage {
  readonly type: 'rc-adapter-authorization-code';
  readonly callbackUri: string;
}

/** What the widget says to the page around it. */
export type WidgetMessage =
  | { readonly type: 'rc-login-status-notify'; readonly loggedIn: boolean }
  | {
      readonly type: 'rc-post-message-request';
      readonly requestId: string;
      readonly path: string;
      readonly body: { readonly authorized: boolean };
    };

/** A message as it came in: nothing in it is known yet. */
export type Received = Readonly<Record<string, unknown>>;

/** A text that came in, or an empty one where it is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A notice that came in, or nothing where it says nothing. */
export function readNotice(value: unknown): Notice | undefined {
  const { level, message, ttl } = own(value);
  if (!text(message)) return undefined;
  return {
    level: level === 'warning' || level === 'danger' ? level : 'info',
    message: text(message),
    ttl: typeof ttl === 'number' ? ttl : 5000,
  };
}
