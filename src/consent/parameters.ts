import { own } from '../providers/own.js';

/**
 * The parameters with which a provider answers (RFC 6749, section 4.1.2; RFC 9207); `referer`, `client_id` and `from_widget`
 * are Kommo's. All others are the page's own.
 */
export const RESPONSE_PARAMETERS = [
  'code',
  'state',
  'referer',
  'client_id',
  'from_widget',
  'iss',
  'error',
  'error_description',
];

/** What decides about a response must not stand there twice (RFC 6749, section 3.1): which one counted would be anybody's guess. */
const DECISIVE = ['state', 'code', 'error', 'iss'];

/** The parameters of a query; none where one that decides about the response is repeated. */
export function readQuery(query: URLSearchParams): Record<string, string> {
  return own(DECISIVE.some((name) => query.getAll(name).length > 1) ? {} : Object.fromEntries(query));
}
