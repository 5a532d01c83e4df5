import type { Connection } from './read-connections.js';

/** The visitor's connections are others than before, the first ones included. No default action. */
export class CrmConnectionsChangeEvent extends Event {
  /** The connections now. */
  readonly connections: readonly Connection[];

  constructor(connections: readonly Connection[]) {
    super('crm-connections-change', { bubbles: true, composed: true });
    this.connections = connections;
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-connections-change': CrmConnectionsChangeEvent;
  }
}
