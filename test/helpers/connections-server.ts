import { fixture, html } from '@open-wc/testing';
import type { CrmConnections } from '../../src/connections.js';
import { until } from './until.js';

/** A row as a server gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** What the server answers: a list, a status, any other body, no answer at all, or none so far. */
type Answer = Row[] | number | { body: string } | 'offline' | 'never';

/** A server for a suite, in place of `fetch()`. */
export interface Server {
  clients: Answer;
  connections: Answer;
  /** What a `DELETE` gets; what 204 deletes is gone. */
  removal: number | 'offline' | 'never';
  /** Methods and paths so far, without those of states. */
  readonly asked: string[];
  /** URLs that states were asked of. */
  readonly states: string[];
  /** What came along with each request. */
  readonly requests: RequestInit[];
}

export const client = (name: string, more: Row = {}): Row => ({
  name,
  settings: { provider: name, clientId: `${name}-id`, redirectUri: `${location.origin}/callback`, ...more },
});

export const connection = (id: string, client: string, more: Row = {}): Row => ({
  id,
  client,
  provider: client,
  account: `${id}00`,
  accountName: 'Acme Trading',
  host: `acme.${client}.example`,
  status: 'connected',
  since: Date.UTC(2026, 2, 14, 12),
  ...more,
});

/** Seven clients: as many as ask for a search field. */
export const MANY = ['kommo', 'hubspot', 'pipedrive', 'salesforce', 'zoho', 'close', 'intercom'].map((name) =>
  client(name),
);

/** Puts a server in place of `fetch()`, anew for each test: HubSpot with an account, and Pipedrive without. */
export function serve(): Server {
  const server: Server = { clients: [], connections: [], removal: 204, asked: [], states: [], requests: [] };
  const fetch = window.fetch.bind(window);
  before(() => {
    window.fetch = (url, init = {}) => answer(server, new URL(url instanceof Request ? url.url : url), init);
  });
  beforeEach(() => {
    server.clients = [client('hubspot'), client('pipedrive')];
    server.connections = [connection('1', 'hubspot')];
    server.removal = 204;
    for (const list of [server.asked, server.states, server.requests]) list.length = 0;
  });
  after(() => {
    window.fetch = fetch;
  });
  return server;
}

async function answer(server: Server, { href, pathname }: URL, init: RequestInit): Promise<Response> {
  if (pathname.endsWith('/state')) {
    server.states.push(href);
    return Response.json({ state: 'a-state' });
  }
  const { method = 'GET', signal } = init;
  server.asked.push(`${method} ${pathname}`);
  server.requests.push(init);
  const answer =
    method === 'DELETE'
      ? server.removal
      : pathname.endsWith('/clients')
        ? server.clients
        : server.connections;
  if (answer === 'offline') throw new TypeError('Failed to fetch');
  if (answer === 'never') {
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  }
  if (typeof answer === 'number') {
    if (answer === 204 && Array.isArray(server.connections)) {
      server.connections = server.connections.filter(
        ({ id }) => id !== decodeURIComponent(pathname.split('/').at(-1) ?? ''),
      );
    }
    return new Response(null, { status: answer });
  }
  return 'body' in answer ? new Response(answer.body) : Response.json(answer);
}

/** Draws the element, and waits until it has its list, or shows why there is none. */
export async function draw(attributes: Record<string, string> = {}): Promise<CrmConnections> {
  const element = document.createElement('crm-connections');
  for (const [name, value] of Object.entries({ src: '/crm/connections', ...attributes })) {
    element.setAttribute(name, value);
  }
  await fixture(html`${element}`);
  await until(() => !element.matches(':state(loading)'));
  await element.updateComplete;
  return element;
}

/** The elements in the shadow root that match. */
export function all(element: CrmConnections, selector: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
}

/** The first of them, which has to be there. */
export function one(element: CrmConnections, selector: string): HTMLElement {
  return all(element, selector)[0]!;
}

/** The texts of those that can be seen. */
export function texts(element: CrmConnections, selector: string): string[] {
  return all(element, selector)
    .filter(({ offsetWidth }) => offsetWidth)
    .map(({ innerText }) => innerText.replaceAll(/[\u2068\u2069]/g, '').trim());
}
