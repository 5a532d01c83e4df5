import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Database } from 'node-sqlite3-wasm';
import { randomBytes } from 'node:crypto';

/** The environment of Hono's routes. */
export interface SiteEnv {
  Variables: {
    /** Names the visitor's session; nobody else can know it. */
    session: string;
  };
}

const NAME = 'harbor-session';

const random = () => randomBytes(32).toString('base64url');

/** The key with which sessions are signed: made once, and kept. */
export function sessionKey(database: Database): string {
  database.run("INSERT OR IGNORE INTO keys (name, value) VALUES ('session', ?)", [random()]);
  return database.get("SELECT value FROM keys WHERE name = 'session'")?.value as string;
}

/**
 * Gives each visitor a random session, in a signed cookie: it goes on with none but those it has given out, whatever another
 * port of this host, or another path, has put into the browser. On https, add `secure: true` and `prefix: 'host'`.
 *
 * @param key - from {@link sessionKey}
 */
export function session(key: string) {
  return createMiddleware<SiteEnv>(async (c, next) => {
    // Of two cookies of one name nobody can tell which is ours.
    const given = count(c.req.header('cookie')) === 1 && (await getSignedCookie(c, key, NAME));
    const id = given || random();
    // Lax, not Strict: the CRM sends the browser back from another site, and the session has to come along.
    if (!given) await setSignedCookie(c, NAME, id, key, { httpOnly: true, sameSite: 'Lax', path: '/' });
    c.set('session', id);
    await next();
  });
}

/** How many cookies of the session's name a `Cookie` header has. */
function count(header = ''): number {
  return header.split(';').filter((pair) => pair.split('=')[0]?.trim() === NAME).length;
}
