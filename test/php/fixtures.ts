import { test as base } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import type { Connection } from '../../src/server.js';
import { sendForm } from '../sandbox/fixtures.js';
import { SECRET } from '../server/fixtures.js';
import {
  type Attempt,
  consentUrlOf,
  firstAccountOf,
  registrationsOf,
} from '../server/handler-registrations.js';
import { freePort } from '../server/guides/runtimes.js';
import { startPhp } from './server.js';

export { ID, KOMMO_ACCOUNT } from '../server/handler-registrations.js';

type Send = (path: string | URL, init?: RequestInit) => Promise<Response>;

/** A site whose back end is PHP's, and the sandbox in the place of all CRMs. */
export interface PhpSite {
  readonly origin: string;
  /** `http://localhost:PORT/crm`. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Requests of a user's; `undefined` is somebody who is not signed in. */
  as(user: string | undefined): Send;
  /** What a call of the handler gives, or the code of its error. */
  call(name: string, given: Readonly<Record<string, unknown>>): Promise<{ value?: unknown; error?: string }>;
  /** Takes a user to the consent page and lets them allow. Gives the URL to which the CRM sends them back. */
  authorize(user: string, name: string, account?: string): Promise<URL>;
  /** The same, and back. Gives the user's newest connection. */
  connect(user: string, name: string, account?: string): Promise<Connection>;
  connections(user: string): Promise<Connection[]>;
  /** The lines of a file that the site writes: `told` and `errors`. */
  lines(file: 'told' | 'errors'): unknown[];
  /** Writes a file that the site looks at, or removes it: `afterConnect` fails with `full`, and `server` is in the CRMs’ place. */
  put(file: 'full' | 'server', text: string | undefined): void;
}

/** One site for all tests of a worker; each test has users of its own. */
export const test = base.extend<{ user: string; other: string }, { php: PhpSite }>({
  php: [
    async ({}, use) => {
      const port = await freePort();
      const folder = mkdtempSync(join(tmpdir(), 'crm-oauth-php-'));
      const url = `http://localhost:${port}/crm`;
      const sandbox = await startSandbox(registrationsOf(url));
      const server = await startPhp('test/php/app.php', port, {
        CRM_URL: url,
        CRM_FOLDER: folder,
        CRM_SECRET: SECRET,
        CRM_KEY: randomBytes(32).toString('base64'),
        CRM_SERVER: sandbox.url,
      });
      await use(siteOf(server.url, folder, sandbox));
      await server.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  user: async ({ php }, use, { testId }) => {
    php.sandbox.reset();
    await use(`ann ${testId}`);
  },
  other: async ({}, use, { testId }) => use(`bob ${testId}`),
});

function siteOf(origin: string, folder: string, sandbox: Sandbox): PhpSite {
  const url = `${origin}/crm`;
  const as =
    (user: string | undefined): Send =>
    (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (user !== undefined) headers.set('x-user', encodeURIComponent(user));
      return fetch(path instanceof URL ? path : url + path, { redirect: 'manual', ...init, headers });
    };
  const connections = async (user: string) => (await (await as(user)('/connections')).json()) as Connection[];
  const authorize = async (user: string, name: string, account = firstAccountOf(name)) => {
    const issued = (await (await as(user)(`/state?provider=${name}`)).json()) as Attempt;
    const consent = consentUrlOf(sandbox, url, name, issued);
    await fetch(consent);
    const response = await sendForm(consent, { answer: 'allow', account });
    return new URL(response.headers.get('location') ?? '', url);
  };
  return {
    origin,
    url,
    sandbox,
    as,
    authorize,
    connections,
    async call(name, given) {
      const response = await fetch(`${origin}/call/${name}`, { method: 'POST', body: JSON.stringify(given) });
      return (await response.json()) as { error?: string };
    },
    async connect(user, name, account) {
      const response = await as(user)(await authorize(user, name, account));
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return (await connections(user)).findLast((each) => each.client === name)!;
    },
    lines(file) {
      const path = join(folder, file);
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as unknown] : []));
    },
    put(file, text) {
      if (text === undefined) rmSync(join(folder, file), { force: true });
      else writeFileSync(join(folder, file), text);
    },
  };
}

/** How many requests of a kind a sandbox has received. */
export const asked = ({ sandbox }: PhpSite, kind: string): number =>
  sandbox.requests.filter(({ endpoint }) => endpoint === kind).length;

/** The word that the page at the redirect URI reports; `undefined` where it reports success. */
export const wordOf = async (response: Response): Promise<string | undefined> =>
  /data-error="([^"]*)"/.exec(await response.text())?.[1];
