import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { randomBytes } from 'node:crypto';

/** The environment of Hono's routes. */
export interface SiteEnv {
  Variables: {
    /** The visitor's id. A real site has the id of an account here. */
    user: string;
  };
}

const NAME = 'harbor-session';

/**
 * Gives each visitor a random id, in a signed cookie: it goes on with none but those it has given out, whatever another
 * port of this host, or another path, has put into the browser. On https, add `secure: true` and `prefix: 'host'`.
 *
 * @param key - signs the cookies
 */
export function session(key: string) {
  return createMiddleware<SiteEnv>(async (c, next) => {
    // Of two cookies of one name nobody can tell which is ours.
    const given = count(c.req.header('cookie')) === 1 && (await getSignedCookie(c, key, NAME));
    const user = given || randomBytes(32).toString('base64url');
    c.set('user', user);
    await next();
    // After the answer, which the handler makes as a whole. Lax, not Strict: the CRM sends the browser back from another site, and the
    // session has to come along.
    if (!given) await setSignedCookie(c, NAME, user, key, { httpOnly: true, sameSite: 'Lax', path: '/' });
  });
}

/** How many cookies of the session's name a `Cookie` header has. */
function count(header = ''): number {
  return header.split(';').filter((pair) => pair.split('=')[0]?.trim() === NAME).length;
}
