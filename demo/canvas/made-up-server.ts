import type { Connection, ConnectionsClient } from '../../src/connections.js';
import type { Place } from '../shared/place.js';
import { OAUTH2_CLIENT_ID, SERVERLESS_CLIENT_ID } from '../stories/harbor-shop.js';

const DAY = 24 * 60 * 60_000;

/** A SHA-256 as base64url, of nothing in particular: nobody exchanges the code. */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** Stands in for the back end of a settings page: answers what the page asks below `/crm/`, and nothing else. */
export class MadeUpServer {
  /** What it answers: see `LISTS`. */
  list = '';
  readonly #clients: readonly ConnectionsClient[];
  #connections = connections();

  constructor(place: Place) {
    this.#clients = clients(place);
  }

  /** Takes the place of `fetch` in this page. */
  start(): void {
    const original = window.fetch.bind(window);
    window.fetch = async (input, init = {}) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      const path = /\/crm\/(.*)$/.exec(pathname)?.[1];
      return path === undefined ? original(input, init) : this.#answer(path, init);
    };
  }

  /** An account was authorized: the one that had to be, or else one more. */
  connect(provider: string): void {
    const old = this.#connections.find((one) => one.client === provider && one.status !== 'connected');
    const id = old?.id ?? crypto.randomUUID();
    const fresh = connection(id, provider, 'Acme Trading', `acme.${provider}.example`, { since: Date.now() });
    const others = this.#connections.filter((one) => one.id !== id);
    this.#connections = [...others, old ? { ...old, status: 'connected' } : fresh];
  }

  async #answer(path: string, { method, signal }: RequestInit): Promise<Response> {
    if (this.list === 'offline') throw new TypeError('The made-up server is offline.');
    if (this.list === 'loading') {
      await new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    }
    if (this.list === 'signed-out') return Response.json({ error: 'login_required' }, { status: 401 });
    if (this.list === 'error') return Response.json({ error: 'server_error' }, { status: 500 });
    if (method === 'DELETE') {
      this.#connections = this.#connections.filter(({ id }) => !path.endsWith(id));
      return new Response(null, { status: 204 });
    }
    if (path === 'state') return Response.json({ state: crypto.randomUUID(), codeChallenge: CHALLENGE });
    if (path === 'clients') return Response.json(this.list === 'empty' ? [] : this.#clients);
    return Response.json(this.#connections);
  }
}

function clients({ site, sandbox }: Place): readonly ConnectionsClient[] {
  const redirectUri = `${site}/redirect.html`;
  const client = (name: string, settings: ConnectionsClient['settings'] = {}): ConnectionsClient => ({
    name,
    settings: {
      provider: name,
      clientId: OAUTH2_CLIENT_ID,
      redirectUri,
      server: `${sandbox}/${name}`,
      ...settings,
    },
  });
  return [
    client('kommo', { clientId: SERVERLESS_CLIENT_ID, server: sandbox }),
    client('hubspot', { scopes: 'oauth' }),
    client('pipedrive'),
    client('salesforce'),
    client('monday'),
  ];
}

function connections(): readonly Connection[] {
  const now = Date.now();
  return [
    connection('1', 'kommo', 'Acme Trading', 'acme.kommo.com', {
      since: now - 40 * DAY,
      until: now + 50 * DAY,
    }),
    connection('2', 'kommo', 'Globex', 'globex.kommo.com', { since: now - 3 * DAY, until: now + 87 * DAY }),
    connection('3', 'hubspot', 'Acme Trading', 'app.hubspot.com', {
      status: 'reconnect',
      since: now - 200 * DAY,
    }),
    connection('4', 'pipedrive', 'Acme', 'acme.pipedrive.com', {
      status: 'disconnected',
      since: now - 90 * DAY,
    }),
  ];
}

function connection(
  id: string,
  provider: string,
  accountName: string,
  host: string,
  given: Pick<Connection, 'since'> & Partial<Connection>,
): Connection {
  return { id, client: provider, provider, account: id, accountName, host, status: 'connected', ...given };
}
