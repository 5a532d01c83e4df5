import { test as base } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type Integration, type Sandbox, type SandboxOptions } from '../../sandbox/index.js';

/** The integration that every sandbox in these tests knows. */
export const SHOP = {
  clientId: 'shop-id',
  clientSecret: 'shop-secret',
  name: 'Harbor Shop',
  redirectUri: 'https://shop.example/callback?tenant=7',
} satisfies Integration;

/** The page with the button. */
export const PAGE = 'https://shop.example/connect?step=2#crm';

/** The integrator's server: it answers every request with `status` and records the request. */
export interface Receiver {
  url: string;
  status: number;
  requests: { method: string; url: string; type: string; body: string }[];
}

interface Fixtures {
  clock: { now: number };
  lines: string[];
  receiver: Receiver;
  sandbox: Sandbox;
}

/** Tests with a sandbox of these options, a clock that they set, and the lines of its log. */
export const testWith = (options: SandboxOptions) =>
  base.extend<Pick<Fixtures, 'clock' | 'lines' | 'sandbox'>>({
    clock: async ({}, use) => use({ now: Date.UTC(2026, 0, 1) }),
    lines: async ({}, use) => use([]),

    sandbox: async ({ clock, lines }, use) => {
      const log = (line: string) => lines.push(line);
      const sandbox = await startSandbox({ port: 0, log, now: () => clock.now, ...options });
      await use(sandbox);
      await sandbox.close();
    },
  });

export const test = base.extend<Fixtures>({
  clock: async ({}, use) => use({ now: Date.UTC(2026, 0, 1) }),
  lines: async ({}, use) => use([]),

  receiver: async ({}, use) => {
    const receiver: Receiver = { url: '', status: 200, requests: [] };
    const server = createServer((request, response) => {
      const { method = '', url = '', headers } = request;
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        receiver.requests.push({ method, url, type: headers['content-type'] ?? '', body });
        response.writeHead(receiver.status, { location: '/elsewhere' }).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    receiver.url = `http://localhost:${(server.address() as AddressInfo).port}`;
    await use(receiver);
    server.closeAllConnections();
    server.close();
  },

  sandbox: async ({ clock, lines, receiver }, use) => {
    const sandbox = await startSandbox({
      port: 0,
      integrations: [{ ...SHOP, disconnectUri: `${receiver.url}/bye` }],
      log: (line) => lines.push(line),
      now: () => clock.now,
    });
    await use(sandbox);
    await sandbox.close();
  },
});

/** Values of the consent page's query; a list becomes a repeated parameter. */
export type Query = Record<string, string | string[]>;

export function consentUrl(sandbox: Sandbox, query: Query = {}, path = '/oauth/'): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({
    client_id: SHOP.clientId,
    state: 's1',
    origin: PAGE,
    ...query,
  })) {
    for (const each of [value].flat()) if (each) params.append(name, each);
  }
  return `${sandbox.url}${path}?${params.toString()}`;
}

/** The query of the metadata flow. */
export function metadata(receiver: Receiver, query: Query = {}): Query {
  return {
    client_id: '',
    name: 'Harbor Analytics',
    description: 'Weekly reports.',
    redirect_uri: 'https://shop.example/new',
    secrets_uri: `${receiver.url}/secrets`,
    'scopes[]': ['crm', 'notifications'],
    ...query,
  };
}

/** Sends the form of the consent page, as a browser would. */
export function sendForm(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

export const allow = (url: string) => sendForm(url, { answer: 'allow', account: '31000001' });
export const deny = (url: string) => sendForm(url, { answer: 'deny' });

/** The message that the answer page is going to hand over. */
export async function readAnswer(response: Response) {
  const page = await response.text();
  const read = (name: string) => {
    const value = new RegExp(`data-${name}="([^"]*)"`).exec(page)?.[1] ?? '';
    return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  };
  return {
    opener: read('opener'),
    message: JSON.parse(read('message')) as Record<string, unknown>,
    redirect: new URL(read('redirect')),
  };
}

/** Goes through the consent page and gives the authorization code. */
export async function obtainCode(sandbox: Sandbox, path = '/oauth/'): Promise<string> {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, {}, path)));
  return redirect.searchParams.get('code')!;
}
