/** An app that is registered with RingCentral (RFC 6749: client). */
export interface RingCentralClient {
  clientId: string;
  /** Default: none. Such a client can use PKCE only, and no JWT. */
  clientSecret?: string;
  name: string;
  /** Where the person may be sent with the answer. Compared to the character. */
  redirectUris: readonly string[];
  /** A sentence about the app, for the consent page. */
  description?: string;
  /** URL of the icon on the consent page. Default: a tile with the first letters of the name. */
  logo?: string;
}
