import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { Env } from '../shared/requests.js';

/**
 * CORS as RingCentral has it: pages of any origin may ask. Its widget asks with `credentials: 'include'`, for which browsers take the
 * page's exact origin alone. The sandbox has no cookies, so that credentials give nobody more than he has. `null` is no exact origin:
 * sandboxed frames and files of everyone share it.
 *
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
 */
export function pagesMayAsk(method: 'GET' | 'POST'): MiddlewareHandler<Env> {
  return cors({
    origin: (origin) => (origin === 'null' ? undefined : origin),
    allowMethods: [method],
    credentials: true,
  });
}
