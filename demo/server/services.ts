import type { Integration } from '../../sandbox/index.js';
import type { Connections } from './connections.js';
import type { Secrets } from './secrets.js';
import type { States } from './states.js';

/** What the routes work with. */
export interface Services {
  /** This site's own address, such as `http://localhost:4300`. */
  readonly url: string;
  /** The sandbox's address. */
  readonly sandbox: string;
  /** The integrations that are registered at the CRM, with their secrets. */
  readonly integrations: readonly Integration[];
  readonly states: States;
  readonly secrets: Secrets;
  readonly connections: Connections;
}
