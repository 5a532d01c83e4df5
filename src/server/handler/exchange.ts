import type { Clients } from '../connections/clients.js';
import type { Life } from '../connections/life.js';
import type { Connection, Store } from '../store/store.js';
import { Refusal } from './replies.js';

/** One request, and what its route works with. */
export interface Exchange {
  readonly request: Request;
  readonly url: URL;
  readonly basePath: string;
  readonly store: Store;
  readonly clients: Clients;
  readonly life: Life;
  /** The user who is signed in; empty if nobody is. */
  readonly user: () => Promise<string>;
  /** Tells the application of a new connection. */
  readonly afterConnect: (connection: Connection, user: string) => Promise<void>;
  /** Goes on with a task after the answer. */
  readonly background: (task: Promise<unknown>) => void;
  /** Tells the application of an error. */
  readonly report: (error: unknown) => void;
}

/**
 * The user who asks for something of their own.
 *
 * A page elsewhere can send a request along with this site's cookies, if these let it, and fill the user's states: browsers say
 * where a request comes from (Fetch Metadata).
 *
 * @throws Refusal 403, 401
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export async function ownUser({ request, user }: Exchange): Promise<string> {
  const site = request.headers.get('sec-fetch-site') ?? 'none';
  if (site !== 'same-origin' && site !== 'none') throw new Refusal(403, 'cross_site');
  const id = await user();
  if (!id) throw new Refusal(401, 'login_required');
  return id;
}
