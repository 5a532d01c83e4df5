import type { Account } from './account.js';
import { parseBehaviour, type Behaviour } from './behaviour.js';
import { Grants } from './grants.js';
import type { Integration } from './integration.js';
import { Integrations } from './integrations.js';
import type { ReceivedRequest } from './received-request.js';
import { RingCentralStore, type RingCentralOptions } from './ringcentral/ringcentral-store.js';

/** Everything a {@link Store} is made from. */
export interface StoreOptions {
  integrations: readonly Integration[];
  accounts: readonly Account[];
  ringcentral: RingCentralOptions;
  behaviour: Behaviour;
  log: (line: string) => void;
  now: () => number;
}

/** All that one sandbox knows. It lives in memory and ends with the process. */
export class Store {
  readonly accounts: readonly Account[];
  readonly integrations: Integrations;
  readonly grants: Grants;
  readonly ringcentral: RingCentralStore;
  readonly requests: ReceivedRequest[] = [];
  readonly log: (line: string) => void;
  /** Aborted when the sandbox closes: nothing may be sent after that. */
  readonly closing = new AbortController();
  readonly #now: () => number;
  readonly #initialBehaviour: Behaviour;
  #behaviour: Behaviour;

  constructor({ integrations, accounts, ringcentral, behaviour, log, now }: StoreOptions) {
    this.accounts = accounts;
    this.integrations = new Integrations(integrations);
    this.grants = new Grants(now);
    this.ringcentral = new RingCentralStore(ringcentral, now);
    this.log = log;
    this.#now = now;
    this.#initialBehaviour = behaviour;
    this.#behaviour = behaviour;
  }

  get behaviour(): Readonly<Behaviour> {
    return this.#behaviour;
  }

  record(endpoint: ReceivedRequest['endpoint'], path: string, params: URLSearchParams): void {
    this.requests.push({ endpoint, path, params, time: this.#now() });
  }

  /** @throws {TypeError} when the change is not valid; then nothing changes. */
  behave(change: unknown): void {
    this.#behaviour = { ...this.#behaviour, ...parseBehaviour(change) };
  }

  reset(): void {
    this.#behaviour = this.#initialBehaviour;
    this.integrations.reset();
    this.grants.reset();
    this.ringcentral.grants.reset();
    this.requests.length = 0;
  }
}
