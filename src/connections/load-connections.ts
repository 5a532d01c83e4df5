import { sayOnce, tellDeveloper } from '../button/console.js';
import { sameOriginUrl } from '../consent/same-origin.js';
import { type Connection, type ConnectionsClient, readClients, readConnections } from './read-connections.js';

/** Why there is no list: no answer, one that can't be used, or nobody is signed in. */
export type Problem = 'offline' | 'error' | 'signed-out';

/** What the server knows of a visitor. */
export interface List {
  readonly clients: readonly ConnectionsClient[];
  readonly connections: readonly Connection[];
}

/** How long the server may take, in ms. */
const PATIENCE = 20_000;

/**
 * Loads the list of connections and that of the clients beside it.
 *
 * @param src - the attribute
 * @returns the list, or why there is none
 */
export async function loadList(src: string, signal: AbortSignal): Promise<List | Problem> {
  return orProblem(signal, async () => {
    const url = listUrl(src);
    const [clients, connections] = await Promise.all(
      [new URL('clients', url), url].map(async (url) => {
        const response = await request(url, { signal });
        if (!response.ok) throw new Error(`${url.href} answered ${response.status}.`);
        return (await response.json()) as unknown;
      }),
    );
    return { clients: readClients(clients), connections: readConnections(connections) };
  });
}

/**
 * Asks the server to disconnect an account. Whatever becomes of the element, the request goes on: the visitor has confirmed it.
 *
 * @returns why it is still there, if it is
 */
export async function deleteConnection(src: string, id: string): Promise<Problem | undefined> {
  return orProblem(undefined, async () => {
    const url = listUrl(src);
    url.pathname += `/${encodeURIComponent(id)}`;
    // The header makes it a request that no other site's page can send (CORS).
    const response = await request(url, { method: 'DELETE', headers: { 'x-crm-oauth': '1' } });
    // Gone already is gone.
    if (!response.ok && response.status !== 404) throw new Error(`${url.href} answered ${response.status}.`);
    return undefined;
  });
}

/** The URL that answers a button's request for a state. */
export function stateUrl(src: string, client: string): string {
  const url = new URL('state', listUrl(src));
  url.searchParams.set('provider', client);
  return url.href;
}

/** What is wrong with the attribute, where only the page's developer can see it. */
export function mistakeIn(src: string): string | undefined {
  try {
    listUrl(src);
    return undefined;
  } catch (error) {
    return tellDeveloper((error as Error).message);
  }
}

/** @throws TypeError for a URL of another origin, or none at all */
function listUrl(src: string): URL {
  // Empty, it would be the page itself.
  if (!src)
    throw new TypeError('src of <crm-connections> is missing: write a path, such as "/crm/connections".');
  return new URL(sameOriginUrl('src of <crm-connections>', src));
}

class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

async function request(url: URL, { signal, ...init }: RequestInit): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE);
  const options: RequestInit = {
    ...init,
    cache: 'no-store',
    // Whoever is signed out may be sent to a login page, which is no list.
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  };
  const response = await fetch(url, options).catch((cause: unknown) => {
    throw new ProblemError('offline', cause);
  });
  if (response.status === 401 || response.type === 'opaqueredirect') throw new ProblemError('signed-out');
  return response;
}

async function orProblem<Result>(
  signal: AbortSignal | undefined,
  task: () => Promise<Result>,
): Promise<Result | Problem> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    if (!signal?.aborted) sayOnce('error', (error as Error).message);
    return 'error';
  }
}
