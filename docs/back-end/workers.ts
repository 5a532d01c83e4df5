import { DurableObject } from 'cloudflare:workers';
import { type AccessTokenOptions, Client, createHandler, SqliteStore } from 'crm-oauth-button/server';
import { userOf } from './session.js'; // yours

/** One object, with a database of its own, serves all users. */
export class Crm extends DurableObject<Env> {
  readonly #crm = createHandler({
    clients: [
      new Client({
        clientId: this.env.CRM_ID,
        clientSecret: this.env.CRM_SECRET,
        redirectUri: this.env.CRM_REDIRECT_URI,
      }),
    ],
    store: new SqliteStore(
      {
        exec: (sql) => this.ctx.storage.sql.exec(sql),
        prepare: (sql) => ({ all: (...values) => this.ctx.storage.sql.exec(sql, ...values).toArray() }),
        close: () => undefined,
      },
      { keys: [this.env.CRM_KEY] },
    ),
    userOf,
    server: this.env.CRM_SERVER,
  });

  override fetch(request: Request): Promise<Response> {
    return this.#crm(request);
  }

  /** For your other code: `env.CRM.getByName('crm').accessToken(user, id)`. */
  accessToken(user: string, id: string, options?: AccessTokenOptions): Promise<string> {
    return this.#crm.accessToken(user, id, options);
  }
}

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    return env.CRM.getByName('crm').fetch(request);
  },
};
