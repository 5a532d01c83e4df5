import {
  LitElement,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
} from '../button/lit.js';
import { CrmConnectionsChangeEvent } from './events.js';
import { deleteConnection, type List, loadList, type Problem } from './load-connections.js';
import type { Connection } from './read-connections.js';

/** A text; an attribute that is removed leaves an empty one. */
export const TEXT: PropertyDeclaration<string> = { converter: (value) => value ?? '' };

/** The element's part in the list: it loads the list, keeps it, and tells the page of changes. */
export abstract class ListingElement extends LitElement {
  static override properties: PropertyDeclarations = { src: TEXT };

  /**
   * URL of this origin that answers with the visitor's connections, such as `/crm/connections`. The list of clients is beside it.
   *
   * @attr
   */
  declare src: string;

  /** The last list that arrived. It stays while another one is on its way, and if none comes. */
  protected list: List | undefined;
  /** Why the last attempt brought no list. */
  protected problem: Problem | undefined;
  #controller: AbortController | undefined;
  #loading = Promise.resolve();

  readonly #onOnline = (): void => {
    if (this.problem === 'offline') void this.refresh();
  };

  constructor() {
    super();
    this.src = '';
  }

  /** The visitor's connections, as far as they are known. */
  get connections(): readonly Connection[] {
    return this.list?.connections ?? [];
  }

  /**
   * Loads the list anew, such as after your own code has changed it. An attempt under way is given up for this one.
   *
   * @returns resolves once the element has the list, or shows why there is none
   */
  refresh(): Promise<void> {
    this.#controller?.abort();
    const { signal } = (this.#controller = new AbortController());
    return (this.#loading = this.#load(signal));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
    // The first time, `updated()` does.
    if (this.hasUpdated) void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
    this.#controller?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('src')) return;
    // Another server's accounts, or another visitor's.
    this.list = undefined;
    this.problem = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.isConnected) void this.refresh();
  }

  /**
   * Disconnects an account, and takes it off the list.
   *
   * @returns whether it is gone
   */
  protected async disconnect({ id }: Connection): Promise<boolean> {
    const { src } = this;
    const problem = await deleteConnection(src, id);
    if (src !== this.src) return false;
    if (problem === 'signed-out') this.#show(problem);
    else if (!problem && this.list) {
      // At once, whatever becomes of the next list.
      const connections = this.list.connections.filter((other) => other.id !== id);
      this.#show({ ...this.list, connections });
      if (this.isConnected) void this.refresh();
    }
    return !problem;
  }

  async #load(signal: AbortSignal): Promise<void> {
    const outcome = await loadList(this.src, signal);
    if (!signal.aborted) this.#show(outcome);
    // Whoever waits for an attempt that was given up waits for the one in its place.
    else if (signal !== this.#controller?.signal) return this.#loading;
    await this.updateComplete;
  }

  #show(outcome: List | Problem): void {
    const before = this.list && JSON.stringify(this.connections);
    this.problem = typeof outcome === 'string' ? outcome : undefined;
    if (typeof outcome === 'object') this.list = outcome;
    // Nobody else may see what this visitor has connected.
    if (outcome === 'signed-out') this.list = undefined;
    this.requestUpdate();
    if ((this.list && JSON.stringify(this.connections)) !== before)
      this.dispatchEvent(new CrmConnectionsChangeEvent(this.connections));
  }
}
