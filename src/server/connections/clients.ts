import type { ExternalIntegration } from '../secrets/external-integration.js';
import type { ConnectionRecord } from '../store/store.js';
import { Client } from '../tokens/client.js';

/** A client that is registered at a CRM, or one that each consent registers. */
export type AnyClient = Client | ExternalIntegration;

const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** The clients of a handler, by the name that stands in their routes. */
export class Clients {
  readonly all: readonly AnyClient[];
  readonly #byName: ReadonlyMap<string, AnyClient>;

  /**
   * @param basePath - of the handler, such as `/crm`
   * @throws TypeError for two clients of one name, for a name that is none, and for a redirect URI that is not a route of the handler
   */
  constructor(clients: readonly AnyClient[], basePath: string) {
    this.all = [...clients];
    this.#byName = new Map(clients.map((client) => [client.name, client]));
    if (this.#byName.size < clients.length) {
      throw new TypeError('Two clients have the same name: give one of them a name of its own.');
    }
    for (const client of clients) {
      if (!NAME.test(client.name)) {
        throw new TypeError(
          `The name of a client stands in URLs: use a-z, 0-9, "-" and "_", not ${client.name}.`,
        );
      }
      checkRedirectUri(client, basePath);
    }
  }

  get(name: string): AnyClient | undefined {
    return this.#byName.get(name);
  }

  /**
   * Finds the client of a connection.
   *
   * @throws TypeError for a connection of a client that the handler does not have any more
   */
  of({ client: name, credentials }: Pick<ConnectionRecord, 'client' | 'credentials'>): Client {
    const client = this.#byName.get(name);
    if (client instanceof Client) return client;
    if (client && credentials) return client.clientOf(credentials);
    throw new TypeError(`The connection is of the client ${name}, which is not among clients.`);
  }
}

/** Another path may stand in front of it, where a proxy takes one away. */
function checkRedirectUri({ name, redirectUri }: AnyClient, basePath: string): void {
  const { pathname } = new URL(redirectUri);
  const paths = [`${basePath}/callback/${name}`, `${basePath}/installed/${name}`];
  if (paths.some((path) => pathname.endsWith(path))) return;
  throw new TypeError(
    `The redirectUri of ${name} must end in ${paths[0] ?? ''}, not be ${redirectUri}: register that one, or set name or basePath.`,
  );
}
