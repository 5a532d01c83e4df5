import { readQuery } from '../consent/response.js';

/** The parameters of this page's URL, if it carries an authorization response (RFC 6749, section 4.1.2). */
export function readResponseUrl(): Record<string, string> | undefined {
  const params = readQuery(new URLSearchParams(location.search));
  return params.state && (params.code || params.error) ? params : undefined;
}
