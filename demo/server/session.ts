import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { randomBytes } from 'node:crypto';

/** What the routes find in their context. */
export interface SiteEnv {
  Variables: {
    /** Names the visitor's session; nobody else can know it. */
    session: string;
  };
}

const NAME = 'harbor-session';

/** Gives each visitor a random session cookie. On https, add `secure: true` and `prefix: 'host'`. */
export const session = createMiddleware<SiteEnv>(async (c, next) => {
  const given = getCookie(c, NAME);
  const isOurs = given && /^[\w-]{43}$/.test(given);
  const id = isOurs ? given : randomBytes(32).toString('base64url');
  // Lax, not Strict: the CRM sends the browser back from another site, and the session has to come along.
  if (!isOurs) setCookie(c, NAME, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
  c.set('session', id);
  await next();
});
