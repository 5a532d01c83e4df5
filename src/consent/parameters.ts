import { own } from '../providers/own.js';

/** What decides about a response must not stand there twice (RFC 6749, section 3.1): which one counted would be anybody's guess. */
const DECISIVE = ['state', 'code', 'error', 'iss'];

/** The parameters of a query; none where one that decides about the response is repeated. */
export function readQuery(query: URLSearchParams): Record<string, string> {
  return own(DECISIVE.some((name) => query.getAll(name).length > 1) ? {} : Object.fromEntries(query));
}
