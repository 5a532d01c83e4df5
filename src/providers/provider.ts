/**
 * How the answer reaches the page: `popup` takes the main window to the redirect URI, `post_message` leaves it where it
 * is and lets the redirect page report.
 */
export type AuthorizationMode = 'popup' | 'post_message';

/**
 * One authorization request (RFC 6749, section 4.1.1), made by a provider such as `kommo()` and run by `authorize()`.
 * It can be run any number of times; each run is an attempt with a state of its own, unless `state` is given.
 */
export interface AuthorizationRequest {
  /** Name of the provider, such as `kommo`. */
  readonly provider: string;
  /** The integration's id, as the provider will name it in its answer. */
  readonly clientId?: string | undefined;
  /** How the answer reaches the page. */
  readonly mode: AuthorizationMode;
  /** A state of the page's own. Absent: 128 random bits, new for each attempt. */
  readonly state?: string | undefined;
  /** Where the provider sends the browser. Its origin may report the outcome. */
  readonly redirectUri?: string | undefined;
  /** Further exact origins whose redirect page may report the outcome. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The authorization server's issuer identifier; a response with another `iss` is refused (RFC 9207). */
  readonly issuer?: string | undefined;
  /** Size of the consent window in CSS pixels. */
  readonly window: { readonly width: number; readonly height: number };
  /** Whether the provider's consent page may speak from this origin. */
  isConsentOrigin(origin: string): boolean;
  /**
   * The URL of the consent page for one attempt.
   *
   * @param state - the attempt's state
   * @param page - URL of the page that asks
   * @throws TypeError where a parameter is missing or wrong; the message names it and the remedy
   */
  url(state: string, page: string): string;
}
