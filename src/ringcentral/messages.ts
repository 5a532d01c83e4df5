import { own } from '../providers/own.js';

/**
 * The registration of a service in the widget. Fields of other features, such as `contactsPath`, are passed on unchanged; the
 * page answers their requests itself.
 *
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/third-party-auth
 */
export interface ThirdPartyService extends LicenseStatus {
  /** Its name. A widget has one service, and another registration replaces it. */
  readonly name: string;
  /** Shown in place of the name. Default: the name, for the widget keeps the one of an earlier registration. */
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
  /** Links below the status, such as one to your support. Version 3. */
  readonly authorizationLinks?: readonly AuthorizationLink[] | undefined;
  /** A banner at the top of the widget. Default: none. Version 3. */
  readonly banner?: Banner | undefined;
  /** The path under which the widget tells of a click on the banner's button, and of a closed banner. */
  readonly buttonEventPath?: string | undefined;
  readonly [field: string]: unknown;
}

/** A link of the service's, which opens in a new tab. */
export interface AuthorizationLink {
  readonly label: string;
  /** An http or https URL. */
  readonly uri: string;
}

/**
 * What the widget says about the licence for a service. Version 3.
 *
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/third-party-auth
 */
export interface LicenseStatus {
  /** A few words, such as `License: expired`. Default: none. */
  readonly licenseStatus?: string | undefined;
  /** Their colour, one of the widget's palette: `danger.b04`, `warning.f02`, `success.f02`, `inherit`. Default: the widget's own. */
  readonly licenseStatusColor?: string | undefined;
  /** A sentence below them, with http or https links in Markdown: `Buy one [here](https://shop.example/).` Default: none. */
  readonly licenseDescription?: string | undefined;
}

/**
 * A banner at the top of the widget, which shows one at a time. Version 3.
 *
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/custom-banner
 */
export interface Banner {
  readonly id: string;
  readonly message: string;
  /** Default `info`. */
  readonly severity?: 'info' | 'warning' | 'error' | 'success' | 'announcement' | undefined;
  /** A button; it needs the service's `buttonEventPath`. Default: none. */
  readonly action?:
    | {
        readonly label: string;
        /** Default `outlined`. */
        readonly variant?: 'text' | 'outlined' | 'contained' | 'plain' | undefined;
        /** A colour of the widget's palette, such as `danger.b04`. Default: the widget's own. */
        readonly color?: string | undefined;
      }
    | undefined;
  /** Whether the visitor can close a banner that has no `action`. Default `false`. */
  readonly closable?: boolean | undefined;
  /** The name of the button that closes it. Default `Close`. */
  readonly closeButtonLabel?: string | undefined;
  readonly hidden?: false | undefined;
}

/** Removes a banner. */
export interface HiddenBanner {
  readonly id: string;
  readonly hidden: true;
}

/** Whether a service is connected, and to which account. The widget drops an update whose account is not a string. */
export interface AuthorizationStatus {
  readonly authorized: boolean;
  readonly authorizedAccount: string;
}

/** A notice that the widget shows for a while. */
export interface Notice {
  readonly level: 'success' | 'info' | 'warning' | 'danger';
  readonly message: string;
  /** How long the widget shows it, in ms. */
  readonly ttl: number;
}

/** A message from a page to the widget in its frame. */
export type HostMessage =
  | { readonly type: 'rc-adapter-register-third-party-service'; readonly service: ThirdPartyService }
  | ({ readonly type: 'rc-adapter-update-authorization-status' } & AuthorizationStatus)
  | ({ readonly type: 'rc-adapter-refresh-license-status' } & LicenseStatus)
  | { readonly type: 'rc-adapter-update-customized-banner'; readonly banner: Banner | HiddenBanner }
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

const LEVELS = ['success', 'warning', 'danger'] as const;

/** An incoming notice, or nothing if it has no message. */
export function readNotice(value: unknown): Notice | undefined {
  const { level, message, ttl } = own(value);
  if (!text(message)) return undefined;
  return {
    level: LEVELS.find((known) => known === level) ?? 'info',
    message: text(message),
    ttl: typeof ttl === 'number' ? ttl : 5000,
  };
}
