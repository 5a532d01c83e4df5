import type { HttpBindings } from '@hono/node-server';

/** What Hono's handlers find in their context: Node's request and response. */
export interface Env {
  Bindings: HttpBindings;
}
