/**
 * The messages with which a page in the consent window settles an attempt. The consent page and the redirect page send them; the
 * trust boundary checks everything about them.
 */

/** The consent page hands over the redirect URI with the response in its query, in the CRMs' `popup` mode. */
export interface RedirectMessage {
  readonly url: string;
}

/** The consent page tells of a refusal. In the metadata flow there may be no client id yet. */
export interface RefusalMessage {
  readonly client_id?: string;
  readonly error: string;
  readonly error_description?: string;
}

/** The redirect page reports the parameters of its URL, as in the OAuth 2.0 web message response mode. */
export interface ReportMessage {
  readonly type: typeof REPORT;
  readonly response: Readonly<Record<string, string>>;
  /** Where the response has arrived: the redirect page's own address. Pages of one's own may leave it out. */
  readonly redirect_uri?: string | undefined;
}

/** The type of a report. */
export const REPORT = 'authorization_response';

/** The report of an authorization response (RFC 6749, section 4.1.2) that has arrived at this address. */
export function createReport(response: ReportMessage['response'], redirectUri?: string): ReportMessage {
  return { type: REPORT, response, redirect_uri: redirectUri };
}
