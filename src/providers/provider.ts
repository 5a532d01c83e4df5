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
  /**
   * How the answer reaches the page; `report` is as `post_message`, but nothing counts besides what `callback.js` reports,
   * with the attempt's state.
   */
  readonly mode: AuthorizationMode | 'report';
  /** A state of the page's own. Absent: 128 random bits, new for each attempt. */
  readonly state?: string | undefined;
  /** Where the provider sends the browser. Its origin may report the outcome. */
  readonly redirectUri?: string | undefined;
  /** Further exact origins whose redirect page may report the outcome. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The authorization server's issuer identifier; a response with another `iss`, or with none, is refused (RFC 9207). */
  readonly issuer?: string | undefined;
  /** Size of the consent window in CSS pixels. */
  readonly window: { readonly width: number; readonly height: number };
  /** Settles once an attempt can start, where that takes a moment; never rejects. Absent: it can at once. */
  readonly ready?: Promise<void> | undefined;
  /** Whether the provider's consent page may speak from this origin. */
  isConsentOrigin(origin: string): boolean;
  /**
   * Prepares one attempt.
   *
   * @param state - the attempt's state
   * @param page - URL of the page that asks
   * @throws TypeError where a parameter is missing or wrong; the message names it and the remedy
   * @throws Error where the browser or the page cannot do what the provider needs
   */
  prepare(state: string, page: string): PreparedRequest;
}

/** What one attempt sends, and what it keeps. Texts are as a server decodes them from the URL, for that is how they come back. */
export interface PreparedRequest {
  /** URL of the consent page. */
  readonly url: string;
  readonly state: string;
  /** The integration's id, where the request names one. */
  readonly clientId?: string | undefined;
  /** The redirect URI, where the request names it: the answer leads nowhere else. */
  readonly redirectUri?: string | undefined;
  /** The PKCE code verifier (RFC 7636), where the provider uses PKCE. */
  readonly codeVerifier?: string | undefined;
}

/** How a provider shows itself, and what a page has to know of its protocol. Whoever shows or describes a provider asks it. */
export interface ProviderFace {
  /** Its name in captions. */
  readonly brand: string;
  /** Language of the button, unless `locale` says another. */
  readonly language: string;
  /** A mark of our own, for the CRM's logo is the CRM's: data of an SVG path, to be filled in a box of 24. */
  readonly logo: string;
  /** Always in the older look, by `color`. Default `false`. */
  readonly isColored?: boolean | undefined;
  /** Whether its requests use PKCE (RFC 7636): a button gets a pair ready as it is drawn. Default `false`. */
  readonly usesPkce?: boolean | undefined;
  /** Whether the redirect page always reports, whatever the `mode`: the page stays where it is. Default `false`. */
  readonly reportsOnly?: boolean | undefined;
  /** Class of the vendor's script tag, which the drop-in script gives a button; absent where there is no such script. */
  readonly markerClass?: string | undefined;
}
