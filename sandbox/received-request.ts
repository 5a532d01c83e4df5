/** A request to one of the two OAuth endpoints, kept for tests to look at. */
export interface ReceivedRequest {
  /** The endpoint (RFC 6749 §3): where the browser goes, or where the server fetches tokens. */
  endpoint: 'authorization' | 'token';
  /** Path and query to the character as they were sent. */
  path: string;
  /** The decoded parameters, from the query or from the body. */
  params: URLSearchParams;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  time: number;
}
