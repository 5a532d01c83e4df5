import type { AccessTokenOptions } from '../connections/fresh-connection.js';
import type { AnyClient } from '../connections/clients.js';
import type { Connection, Store } from '../store/store.js';
import type { Awaitable } from '../stores.js';

/** What comes with a request besides it, from the framework or the platform. */
export interface HandlerContext {
  /** Keeps a worker alive until a promise settles, as the context of Cloudflare's, Vercel's and Deno's does. */
  readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined;
}

/** Settings of `createHandler()`. */
export interface HandlerOptions<Context extends object = HandlerContext> {
  /** One for each CRM; a second one for the same CRM has a `name`. Each redirect URI ends in `/crm/callback/NAME`. */
  readonly clients: readonly AnyClient[];
  /** Keeps states, secrets and connections: `MemoryStore`, `SqliteStore`, `PostgresStore`, or parts of yours. */
  readonly store: Store;
  /**
   * Gives the id of the user who is signed in, by your session and never by a parameter; nothing where nobody is.
   *
   * @param context - the handler's second argument: with `toNodeListener()`, Node's request
   */
  readonly userOf: (request: Request, context: Context) => Awaitable<string | null | undefined>;
  /** Path in front of the routes, as the handler sees it. Default `/crm`. */
  readonly basePath?: string | undefined;
  /** Base URL of the sandbox, which stands in for every CRM and gets the secrets: `http://localhost:4400`. Default: the CRMs. */
  readonly server?: string | undefined;
  /**
   * Called after each authorization, before the visitor goes on. If it rejects, they learn that it failed (`completion_failed`); the
   * connection stays.
   */
  readonly afterConnect?: ((connection: Connection, user: string) => Awaitable<void>) | undefined;
  /** Called after each change of a connection's status. `user` is empty for a widget's install that nobody has claimed. */
  readonly onStatus?: ((connection: Connection, user: string) => Awaitable<void>) | undefined;
  /** Gets every error that is not the visitor's: no secret is in it. Default: the console shows it */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A long-lived token of a private integration, which its owner has copied from the CRM. */
export interface LongLivedToken {
  /** Name of the client. Default `kommo`. */
  readonly client?: string | undefined;
  /** Host of the account's API, such as `acme.kommo.com`. */
  readonly host: string;
  readonly accessToken: string;
  /** When it ends, in ms since the epoch. Default: never. */
  readonly expiresAt?: number | undefined;
}

/** A back end: the routes, and what the application asks of it. */
export interface Handler<Context extends object = HandlerContext> {
  /** Answers a request. It does not reject. */
  (request: Request, context?: Context): Promise<Response>;

  /** Whether a path is one of its routes. */
  readonly has: (pathname: string) => boolean;

  /** A user's connections, oldest first. */
  connections(user: string): Promise<readonly Connection[]>;

  /**
   * Gives an access token that is good for a request to the API at the connection's `host`, refreshed first if it is about to expire:
   * once, however many ask. Callers in this process who ask for the same share its failure, too.
   *
   * @param options.refused - an access token that the API has refused with 401
   * @throws TokenError `reconnect` if the person has to authorize again, which the connection then says, and for a connection that
   *   is not this user's; any other if the CRM does not answer
   */
  accessToken(user: string, id: string, options?: AccessTokenOptions): Promise<string>;

  /** Forgets a connection, and ends its grant at the CRM where there is a way. Gives `false` if it is not this user's. */
  disconnect(user: string, id: string): Promise<boolean>;

  /**
   * Gives a widget's install to a user who has shown that the account is theirs, such as by a one-time token.
   *
   * @param account - the account's id, from `verifyOneTimeToken()`, and never from a parameter
   * @param client - name of the client whose widget it is. Default `kommo`
   * @returns the user's connection; `undefined` if there is none
   */
  claim(user: string, account: string, client?: string): Promise<Connection | undefined>;

  /**
   * Connects an account by a long-lived token, once the CRM's API has taken it and named the account.
   *
   * @throws TokenError if the API does not take it
   * @throws CallbackError for a host that is none of the provider's
   * @throws TypeError for an unknown client, and for an incomplete token
   */
  setToken(user: string, token: LongLivedToken): Promise<Connection>;
}
