import { AD_HOC_SECRET } from '../shared/issued-tokens.js';
import type { LoopbackOption } from '../shared/loopback.js';
import type { Runtime } from '../shared/runtime.js';
import { RingCentralGrants } from './ringcentral-grants.js';

/** An app that is registered with RingCentral (RFC 6749: client). */
export interface RingCentralClient extends LoopbackOption {
  clientId: string;
  /** Default: none. Such a client can use PKCE only, and no JWT. */
  clientSecret?: string;
  name: string;
  /** The redirect URIs that the endpoints accept, compared character by character. */
  redirectUris: readonly string[];
  /** A sentence about the app, for the consent page. */
  description?: string;
  /** URL of the icon on the consent page. Default: a tile with the first letters of the name. */
  logo?: string;
}

/** A user of RingCentral who can sign in on the consent page. */
export interface RingCentralUser {
  /** Numeric id of the extension; the token response has it as `owner_id`. */
  id: number;
  name: string;
  /** The company's number, `+16505550100`. */
  mainNumber: string;
  /** `101`. */
  extensionNumber: string;
  /** The JWT credential with which a client signs this user in. Default: none. */
  jwt?: string;
}

/** The clients and users that RingCentral knows. */
export interface RingCentralSandboxOptions {
  /** Default: none. */
  clients?: readonly RingCentralClient[];
  /** At least one. Default: two made-up users. */
  users?: readonly RingCentralUser[];
}

/** The users of a sandbox that was started without users. */
export const DEFAULT_USERS: readonly [RingCentralUser & { jwt: string }, RingCentralUser] = [
  {
    id: 62000101,
    name: 'Ada Reyes',
    mainNumber: '+16505550100',
    extensionNumber: '101',
    jwt: 'sandbox.jwt.credential',
  },
  { id: 62000102, name: 'Ben Ode', mainNumber: '+16505550100', extensionNumber: '102' },
];

/** RingCentral's clients, users and grants, in memory. */
export class RingCentralStore {
  readonly clients: readonly RingCentralClient[];
  readonly users: readonly RingCentralUser[];
  readonly grants: RingCentralGrants;
  readonly takesUnknownClients: boolean;

  constructor(
    { clients = [], users = [] }: RingCentralSandboxOptions,
    { now, takesUnknownClients }: Pick<Runtime, 'now' | 'takesUnknownClients'>,
  ) {
    this.clients = clients;
    this.users = users.length > 0 ? users : DEFAULT_USERS;
    this.grants = new RingCentralGrants(now);
    this.takesUnknownClients = takesUnknownClients;
  }

  find(clientId: string): RingCentralClient | undefined {
    return this.clients.find((client) => client.clientId === clientId);
  }

  /** Whether a client may come here: one that is registered, or any. */
  admits(clientId: string): boolean {
    return this.takesUnknownClients || this.find(clientId) !== undefined;
  }

  /** The secret of a client, if it has one. An unknown client has the same one as everywhere. */
  secretOf(clientId: string): string | undefined {
    const client = this.find(clientId);
    return client ? client.clientSecret : AD_HOC_SECRET;
  }

  reset(): void {
    this.grants.reset();
  }
}
