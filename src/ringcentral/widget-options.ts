import { sayOnce } from '../button/console.js';
import { secureUrl } from '../providers/url.js';
import { invalidConfiguration } from './invalid-configuration.js';

/** What the widget takes in its URL, as RingCentral's documents name it. */
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
   * Where RingCentral sends the browser after the login. The widget puts it into its token request, whatever a code came
   * with: it must be that of the authorization request, to the character.
   */
  readonly redirectUri?: string | undefined;
  /** Logs in with a code that the page has got by itself. */
  readonly authorizationCode?: string | undefined;
  /** The PKCE code verifier of that code. */
  readonly authorizationCodeVerifier?: string | undefined;
  /** Leaves it to the page to open the login window: `relayLogin()`. Default `false`. */
  readonly disableLoginPopup?: boolean | undefined;
  /** Start of the frame's id, and of the names under which the widget stores things. Default: the widget's, `rc-widget`. */
  readonly prefix?: string | undefined;
  /** Logs in by JWT. Whoever sees the page can read it, and act as its user: for development only. */
  readonly jwt?: string | undefined;
  /** The app's secret. Whoever sees the page can read it: for development only. */
  readonly clientSecret?: string | undefined;
  /** The widget's other parameters. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/**
 * Checks what the widget itself would not, or only in its own console. A secret in a page on a public origin is told there
 * as an error, loudly, once.
 *
 * @throws AuthorizationError `invalid_configuration`
 */
export function checkWidgetOptions(options: WidgetOptions): void {
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
    if (options[name] && typeof location === 'object' && isPublic(location)) {
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
 * Checks a PKCE code verifier. A wrong one is noticed by RingCentral alone, and told in the widget's console alone.
 *
 * @throws AuthorizationError `invalid_configuration` where it is missing, or none
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1
 */
export function checkVerifier(name: string, verifier: string | undefined): void {
  if (/^[\w.~-]{43,128}$/.test(verifier ?? '')) return;
  throw invalidConfiguration(
    `${name} must be the code verifier with whose challenge the code was issued: 43 to 128 characters (RFC 7636).`,
  );
}

/** Whether others than the developer may see a page: it is no file, and not on a loopback host. */
export function isPublic({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean {
  return protocol !== 'file:' && !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1])$/.test(hostname);
}
