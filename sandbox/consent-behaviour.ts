import type { MiddlewareHandler } from 'hono';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from './env.js';
import type { Store } from './store.js';

/** The part of the behaviour that every page of an authorization endpoint shares: `coop`, `delay` and `origin`. */
export function consentBehaviour(store: Store): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { coop, delay, origin } = store.behaviour;
    if (coop) c.header('Cross-Origin-Opener-Policy', coop);
    if (delay > 0) await sleep(delay, undefined, { ref: false });
    const url = new URL(c.req.url);
    if (origin === 'same' || url.hostname !== 'localhost') return next();
    url.hostname = '127.0.0.1';
    return c.redirect(url.href);
  };
}
