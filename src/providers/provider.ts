/**
 * How the response reaches the page: `popup` takes the main window to the redirect URI; `post_message` leaves it where it is,
 * and the redirect page reports.
 */
export type AuthorizationMode = 'popup' | 'post_message';

/**
 * One authorization request (RFC 6749, section 4.1.1), made by a provider such as `kommo()` and run by `authorize()`.
 * It can be run any number of times; each run is an attempt with a state of its own, unless `state` is given.
 */
export interface AuthorizationRequest {
  /** Name of the provider, such as `kommo`. */
  readonly provider: string;
  /** The integration's id, as the provider names it in its response. */
  readonly clientId?: string | undefined;
  /**
   * How the response reaches the page. `report` is like `post_message`, but only the report of `callback.js` counts, and only
   * with the attempt's state.
   */
  readonly mode: AuthorizationMode | 'report';
  /** The page's own state. Absent: 128 random bits, new for each attempt. */
  readonly state?: string | undefined;
  /** Where the provider sends the browser. Its origin may report the outcome. */
  readonly redirectUri?: string | undefined;
  /** Exact origins, besides that one, whose redirect page may report the outcome. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The authorization server's issuer identifier; a response with another `iss`, or with none, is refused (RFC 9207). */
  readonly issuer?: string | undefined;
  /** Size of the consent window in CSS pixels. */
  readonly window: { readonly width: number; readonly height: number };
  /** Fulfils once an attempt can start; never rejects. Absent: it can start at once. */
  readonly ready?: Promise<void> | undefined;
  /** Whether the provider's consent page may speak from this origin. */
  isConsentOrigin(origin: string): boolean;
  /**
   * Prepares one attempt.
   *
   * @param state - the attempt's state
   * @param page - URL of the page that asks
   * @throws TypeError if a parameter is missing or wrong; the message names it and the remedy
   * @throws Error if the browser or the page cannot do what the provider needs
   */
  prepare(state: string, page: string): PreparedRequest;
}

/** One attempt: the URL it opens, and the values it keeps, as a server decodes them from the URL, since they come back so. */
export interface PreparedRequest {
  /** URL of the consent page. */
  readonly url: string;
  /** The same for the whole page, a tab or a shell, in which the consent page has no opener. Default: `url`. */
  readonly pageUrl?: string | undefined;
  readonly state: string;
  /** The integration's id, if the request names one. */
  readonly clientId?: string | undefined;
  /** The redirect URI, if the request names one: the response leads nowhere else. */
  readonly redirectUri?: string | undefined;
  /** The PKCE code verifier (RFC 7636), if the provider uses PKCE. */
  readonly codeVerifier?: string | undefined;
}

/** How a provider presents itself, and the traits of its protocol that matter to a page. Ask it rather than the provider's name. */
export interface ProviderFace {
  /** Its name in captions. */
  readonly brand: string;
  /** Language of the button, unless `locale` says another. */
  readonly language: string;
  /** A mark of our own, since the logo belongs to the CRM: SVG path data, filled in a box of 24 by 24. */
  readonly logo: string;
  /** Whether the button always has the older look, by `color`. Default `false`. */
  readonly isColored?: boolean | undefined;
  /** Whether its requests use PKCE (RFC 7636). Default `false`. */
  readonly usesPkce?: boolean | undefined;
  /** Whether the redirect page always reports, whatever the `mode`, and the page stays where it is. Default `false`. */
  readonly reportsOnly?: boolean | undefined;
  /** Class of the vendor's script tag, to which the drop-in script adds a button. Absent: the vendor has no such script. */
  readonly markerClass?: string | undefined;
}
