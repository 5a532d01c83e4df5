import type { AnyClient, Handler } from 'crm-oauth-button/server';
import type { Sandbox } from '../../sandbox/index.js';

/** All that the routes work with. */
export interface Services {
  /** This site's own address, such as `http://localhost:4300`. */
  readonly url: string;
  /** The CRM, as far as a page of the demo plays its part. */
  readonly sandbox: Sandbox;
  readonly crm: Handler<SignedIn>;
  readonly clients: readonly AnyClient[];
  /** Signs the sessions. */
  readonly sessionKey: string;
}

/** Who has sent a request, as the handler learns it. */
export interface SignedIn {
  readonly user: string;
}
