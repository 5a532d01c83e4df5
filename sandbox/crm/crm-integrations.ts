import { randomUUID } from 'node:crypto';
import { AD_HOC_SECRET, randomToken } from '../shared/issued-tokens.js';
import type { LoopbackOption } from '../shared/loopback.js';

/** The scopes that there are. */
export const SCOPES = ['crm', 'notifications'] as const;

/** A kind of access that an integration may ask for. */
export type Scope = (typeof SCOPES)[number];

/** An integration (RFC 6749: client) that the sandbox knows. */
export interface Integration extends LoopbackOption {
  clientId: string;
  clientSecret: string;
  name: string;
  /** Where the person is sent with the answer. The token endpoint compares it to the character. */
  redirectUri: string;
  /** The CRM it is registered with. Default: both. */
  brand?: 'kommo' | 'amocrm';
  /** A sentence about the integration, for the consent page. */
  description?: string;
  /** URL of the icon on the consent page. Default: a tile with the first letters of the name. */
  logo?: string;
  /** Default `['crm']`. */
  scopes?: readonly Scope[];
  /** Receives a signed GET when an account disconnects the integration. Default: no request goes out. */
  disconnectUri?: string;
}

/** The integrations that the sandbox knows: those of its options, and those that have come up since. */
export class Integrations {
  readonly #initial: readonly Integration[];
  readonly #known = new Map<string, Integration>();
  readonly #adHoc = new Set<string>();

  constructor(initial: readonly Integration[]) {
    this.#initial = initial;
    this.reset();
  }

  find(clientId: string): Integration | undefined {
    return this.#known.get(clientId);
  }

  /** Whether the sandbox made the integration up for an unknown `client_id`. */
  isAdHoc(clientId: string): boolean {
    return this.#adHoc.has(clientId);
  }

  /** Makes up an integration for an unknown `client_id`. Its redirect URI is the page that asked. */
  adopt(clientId: string, redirectUri: string): Integration {
    const { host } = new URL(redirectUri);
    const integration = { clientId, clientSecret: AD_HOC_SECRET, name: host, redirectUri };
    this.#known.set(clientId, integration);
    this.#adHoc.add(clientId);
    return integration;
  }

  /** Creates the private integration of a consent in the metadata flow. */
  create(metadata: Omit<Integration, 'clientId' | 'clientSecret'>): Integration {
    const integration = {
      ...metadata,
      clientId: randomUUID(),
      clientSecret: randomToken(),
    };
    this.#known.set(integration.clientId, integration);
    return integration;
  }

  delete(clientId: string): void {
    this.#known.delete(clientId);
  }

  all(): Integration[] {
    return [...this.#known.values()];
  }

  /** Forgets all but the integrations of the options. */
  reset(): void {
    this.#known.clear();
    this.#adHoc.clear();
    for (const integration of this.#initial) this.#known.set(integration.clientId, integration);
  }
}
