import { test as base } from '../sandbox/fixtures.js';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { Sandbox } from '../../sandbox/index.js';
import { Client, exchangeCode, type TokenSet } from '../../src/server.js';
import { obtainCode, SHOP } from '../sandbox/fixtures.js';

/** The client secret of these tests. It is distinctive, so that no text contains it by chance. */
export const SECRET = 'S3cret-which-nobody-may-see';

/** The integration that `test/sandbox/fixtures.ts` registers. */
export const shop = new Client(SHOP);

/** A server in the CRM's place that answers as a test wants and records the requests. */
export interface Vendor {
  readonly url: string;
  /** The received bodies, oldest first. */
  readonly bodies: string[];
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
}

export const TOKENS = {
  token_type: 'Bearer',
  expires_in: 86_400,
  access_token: 'access-which-nobody-may-see',
  refresh_token: 'refresh-which-nobody-may-see',
};

interface Fixtures {
  vendor: Vendor;
  /** The URLs that were fetched in this process. */
  fetched: string[];
}

export const test = base.extend<Fixtures>({
  vendor: async ({}, use) => {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        vendor.bodies.push(body);
        vendor.answer(request, response, body);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const vendor: Vendor = {
      url: `http://localhost:${(server.address() as AddressInfo).port}`,
      bodies: [],
      answer: (_, response) => sendJson(response, 200, TOKENS),
    };
    await use(vendor);
    server.closeAllConnections();
    server.close();
  },

  fetched: async ({}, use) => {
    const original = globalThis.fetch;
    const fetched: string[] = [];
    globalThis.fetch = (input, init) => {
      fetched.push(new Request(input).url);
      return original(input, init);
    };
    await use(fetched);
    globalThis.fetch = original;
  },
});

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Asks the sandbox for tokens, in somebody else's name. */
export async function forward(sandbox: Sandbox, body: string): Promise<{ status: number; answer: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.url}/oauth2/access_token`, { method: 'POST', headers, body });
  return { status: response.status, answer: await response.json() };
}

/** The error with which a promise rejects; fails if it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It did not reject.');
    },
    (error: unknown) => error,
  );
}

/** Runs a task while every plain object inherits these fields, as after prototype pollution elsewhere in a program. */
export async function polluted<T>(fields: object, task: () => Promise<T>): Promise<T> {
  const names = Object.keys(fields);
  for (const [name, value] of Object.entries(fields)) {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  }
  return task().finally(() => {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  });
}

export async function obtainTokens(sandbox: Sandbox): Promise<TokenSet> {
  const response = { code: await obtainCode(sandbox), host: 'acme.kommo.com' };
  return exchangeCode(shop, response, { server: sandbox.url });
}

export function tokenRequests(sandbox: Sandbox): number {
  return sandbox.requests.filter(({ endpoint }) => endpoint === 'token').length;
}

/** Everything that a console, a logger or a template string could make of a value, and of its causes. */
export function everyView(value: unknown): string {
  const views = [
    String(value),
    JSON.stringify(value),
    inspect(value, { depth: Infinity, showHidden: true, getters: true }),
    inspect({ nested: [value] }, { depth: Infinity, showHidden: true }),
    JSON.stringify({ nested: value }),
    JSON.stringify(Object.getOwnPropertyNames(value).map((name) => [name, (value as never)[name]])),
  ];
  if (value instanceof Error) views.push(value.stack ?? '', value.message);
  if (value instanceof Error && value.cause) views.push(everyView(value.cause));
  return views.join('\n');
}
