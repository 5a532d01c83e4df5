import { expect, test as base } from '@playwright/test';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Integration, type Sandbox, startSandbox } from '../../../sandbox/index.js';
import type { Connection } from '../../../src/server.js';
import { allow, readAnswer } from '../../sandbox/fixtures.js';
import { SECRET } from '../fixtures.js';
import { findPython, HOW_TO_INSTALL, startPython } from './python.js';
import { freePort, type Place, type Runtime } from './runtimes.js';

/** The example in two processes that share a database, and the sandbox in Kommo's place. */
export interface Shop {
  readonly url: string;
  readonly python: string;
  readonly place: Place;
  readonly processes: readonly [Runtime, Runtime];
  readonly sandbox: Sandbox;
  /** All that a thief of the database has. */
  readonly database: () => string;
}

/** Requests of a user's, to a path of the first process or of another. */
export type Send = (path: string, init?: RequestInit, url?: string) => Promise<Response>;

interface Fixtures {
  /** Somebody whom no other test knows. */
  user: string;
  as: (user: string | undefined) => Send;
  /** Lets a user allow. Gives the path and the query to which the CRM sends them back. */
  authorize: (user: string) => Promise<URL>;
  /** The same, and back. Gives the user's only connection. */
  connect: (user: string) => Promise<Connection>;
}

export const test = base.extend<Fixtures, { shop: Shop }>({
  shop: [
    async ({}, use) => {
      const python = findPython();
      if (!python) {
        console.error(
          `\nFastAPI is missing, THE GUIDE FOR PYTHON IS NOT TESTED. On Debian: ${HOW_TO_INSTALL}\n`,
        );
      }
      base.skip(!python, 'FastAPI is missing');
      const [port, other] = [String(await freePort()), String(await freePort())];
      const url = `http://localhost:${port}`;
      const redirectUri = `${url}/crm/callback/kommo`;
      const integration: Integration = {
        clientId: 'guide',
        clientSecret: SECRET,
        name: 'Harbor Shop',
        redirectUri,
      };
      const sandbox = await startSandbox({ port: 0, integrations: [integration] });
      const folder = mkdtempSync(join(tmpdir(), 'crm-oauth-python-'));
      const env = {
        CRM_ID: 'guide',
        CRM_SECRET: SECRET,
        CRM_REDIRECT_URI: redirectUri,
        CRM_KEY: randomBytes(32).toString('base64'),
        CRM_SERVER: sandbox.url,
      };
      const place = { folder, env };
      const processes = [
        await startPython(python!, place, port),
        await startPython(python!, place, other),
      ] as const;
      const database = () => readFileSync(join(folder, 'crm.db'), 'latin1');
      await use({ url, python: python!, place, processes, sandbox, database });
      for (const process of processes) await process.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  user: async ({}, use) => use(randomUUID()),

  as: async ({ shop }, use) => {
    shop.sandbox.reset();
    await putAhead(shop, 0);
    await use((user) => async (path, init = {}, url = shop.url) => {
      const cookie = user === undefined ? {} : { cookie: `session=${user}` };
      const headers = { ...(init.headers as Record<string, string>), ...cookie };
      return fetch(url + path, { redirect: 'manual', ...init, headers });
    });
  },

  authorize: async ({ shop, as }, use) =>
    use(async (user) => {
      const issued = await as(user)('/crm/state?provider=kommo');
      const { state } = (await issued.json()) as { state: string };
      const query = new URLSearchParams({ client_id: 'guide', state, origin: `${shop.url}/` });
      return (await readAnswer(await allow(`${shop.sandbox.url}/oauth/?${query.toString()}`))).redirect;
    }),

  connect: async ({ as, authorize }, use) =>
    use(async (user) => {
      const response = await as(user)(pathOf(await authorize(user)));
      expect(response.status).toBe(200);
      const [connection] = (await (await as(user)('/crm/connections')).json()) as Connection[];
      return connection!;
    }),
});

export const pathOf = ({ pathname, search }: URL): string => pathname + search;

/** Seconds from an authorization to the time at which its token is refreshed. */
export const BORDER = 86_400 - 300;
/** Seconds that a test may take. */
export const MARGIN = 60;

/** The word with which a response comes to the redirect page, in place of a code. */
export function refusalOf(response: Response): [number, string | null] {
  const location = response.headers.get('location') ?? '';
  expect(location).not.toContain('code');
  return [response.status, new URLSearchParams(location).get('error')];
}

/** The connections of an answer. */
export const listOf = async (response: Promise<Response>) => (await (await response).json()) as Connection[];

/** Puts the clocks of both processes ahead, by seconds. */
export async function putAhead({ processes }: Shop, seconds: number): Promise<void> {
  for (const { url } of processes) await fetch(`${url}/clock?ahead=${seconds}`);
}
