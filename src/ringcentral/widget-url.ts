import { isOnThisMachine, sayOnce } from '../button/console.js';
import { invalidConfiguration } from '../consent/errors.js';
import { isCodeVerifier } from '../providers/encoding.js';
import { own } from '../providers/own.js';
import { secureUrl } from '../providers/url.js';

/** RingCentral's own host of the widget. */
const HOSTED = 'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/';

/** Parameters of the widget's URL, named as in RingCentral's documents. */
export interface WidgetOptions {
  /** URL of the folder that holds `adapter.js` and `app.html`. Default: RingCentral's own, with the latest version. */
  readonly base?: string | undefined;
  /** The app's client id. Without `clientSecret` the widget uses PKCE. */
  readonly clientId: string;
  /**
   * RingCentral's API server, such as `https://platform.devtest.ringcentral.com`. Default: the widget's own, for production.
   * The widget insists on https; http on a loopback host is for the sandbox.
   */
  readonly appServer?: string | undefined;
  /**
   * Where RingCentral sends the browser after the login. The widget puts it into its token request, so it must equal that of
   * the authorization request, to the character.
   */
  readonly redirectUri?: string | undefined;
  /** Logs in with a code that the page has obtained itself. */
  readonly authorizationCode?: string | undefined;
  /** The PKCE code verifier of that code. */
  readonly authorizationCodeVerifier?: string | undefined;
  /** Lets the page open the login window, with `relayLogin()`. Default `false`. */
  readonly disableLoginPopup?: boolean | undefined;
  /** Prefix of the frame's id and of the widget's storage keys. Default: the widget's, `rc-widget`. */
  readonly prefix?: string | undefined;
  /** Logs in by JWT. For development only: whoever sees the page can read it, and act as its user. */
  readonly jwt?: string | undefined;
  /** The app's secret. For development only: whoever sees the page can read it. */
  readonly clientSecret?: string | undefined;
  /** Further parameters of the widget. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/**
 * The URL of the script that puts the widget into a page.
 *
 * @throws AuthorizationError `invalid_configuration` if an option is missing or wrong
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/authorization
 */
export function adapterUrl(options: WidgetOptions): string {
  return widgetUrl('adapter.js', options);
}

/**
 * The URL of the widget itself, for a frame.
 *
 * @throws AuthorizationError `invalid_configuration` if an option is missing or wrong
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/authorization
 */
export function frameUrl(options: WidgetOptions): string {
  return widgetUrl('app.html', options);
}

function widgetUrl(file: string, options: WidgetOptions): string {
  const given = own(options);
  checkOptions(given);
  const { base = HOSTED, parameters, disableLoginPopup, ...named } = given;
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${file}`;
  const query = { ...parameters, ...named, disableLoginPopup: disableLoginPopup ? '1' : undefined };
  for (const [name, value] of Object.entries(query)) {
    // Empty counts as absent, as it does in the widget.
    if (value) url.searchParams.set(name, value);
  }
  return url.href;
}

/**
 * Checks the options that the widget does not check, or reports only in its own console. A secret in a page on a public
 * origin is a loud error in the page's console, once.
 */
function checkOptions(options: WidgetOptions): void {
  const { clientId, clientSecret, jwt, redirectUri, authorizationCode, authorizationCodeVerifier } = options;
  if (!clientId)
    throw invalidConfiguration('clientId is missing: give the client id of your RingCentral app.');
  if (jwt && !clientSecret)
    throw invalidConfiguration('jwt needs clientSecret as well: the widget logs in with both.');
  for (const name of ['base', 'appServer', 'redirectUri'] as const) checkUrl(name, options[name]);
  if (authorizationCode) {
    if (!redirectUri) {
      throw invalidConfiguration(
        'authorizationCode needs the redirectUri for which it was issued, to the character.',
      );
    }
    if (!clientSecret) checkVerifier('authorizationCodeVerifier', authorizationCodeVerifier);
  }
  for (const name of ['clientSecret', 'jwt'] as const) {
    if (options[name] && typeof location === 'object' && !isOnThisMachine(location)) {
      sayOnce(
        'error',
        `${name} IS IN A PUBLIC PAGE. Whoever sees the page can read it, and use it. Take it out, and revoke it at ` +
          'RingCentral: with clientId alone the widget logs in with PKCE, which needs no secret.',
      );
    }
  }
}

function checkUrl(name: string, value: string | undefined): void {
  try {
    if (value) secureUrl(name, value);
  } catch (cause) {
    throw invalidConfiguration((cause as Error).message, cause);
  }
}

/**
 * Checks a PKCE code verifier. Only RingCentral notices a wrong one, and only the widget's console says so.
 *
 * @throws AuthorizationError `invalid_configuration` if it is missing or malformed
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1
 */
export function checkVerifier(name: string, verifier: string | undefined): void {
  if (isCodeVerifier(verifier ?? '')) return;
  throw invalidConfiguration(
    `${name} must be the code verifier with whose challenge the code was issued: 43 to 128 characters (RFC 7636).`,
  );
}
