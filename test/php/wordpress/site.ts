import type { Browser, Page } from '@playwright/test';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Sandbox, startSandbox } from '../../../sandbox/index.js';
import { WORDPRESS } from '../install.mjs';
import { startMariaDb } from '../mariadb.js';
import { freePort } from '../../server/guides/runtimes.js';
import { startPhp } from '../server.js';

const THEME = 'wp-content/themes/twentytwentythree';

export const CLIENT = { clientId: 'wordpress-shop', clientSecret: 'a secret\'s "quotes" & \\' };

/** A WordPress with three people, and the sandbox in the place of the CRMs. */
export interface WordPress {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Every row of its database. */
  dump(): string;
  /** Runs a statement; gives the values of its rows. */
  query(statement: string): string;
  /** Runs PHP as the site's own code does, with `$argv` from 1 on. Gives what it says. */
  run(code: string, ...given: string[]): Promise<string>;
  /** Signs somebody in, in a browser of their own. */
  signIn(browser: Browser, user: string): Promise<Page>;
  /** What WordPress has noted about the plugin's code. */
  notes(): string;
  /** Changes the salts in `wp-config.php`. */
  changeSalts(): void;
  stop(): Promise<void>;
}

/** Starts it. PHP, MariaDB and WordPress have to be there. */
export async function startWordPress(): Promise<WordPress> {
  const database = await startMariaDb();
  if (!database) throw new Error('MariaDB is missing.');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const sandbox = await startSandbox({
    port: 0,
    integrations: [{ ...CLIENT, name: 'Harbor Shop', redirectUri: `${url}/crm-oauth/callback/kommo` }],
    clients: [
      {
        ...CLIENT,
        provider: 'hubspot',
        name: 'Harbor Shop',
        redirectUri: `${url}/index.php/crm-oauth/callback/hubspot`,
      },
    ],
  });
  const ask = (command: string, ...given: string[]) =>
    execFileSync(command, ['--no-defaults', `--socket=${database.socket}`, '-uroot', ...given], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
  const env = { SITE: url, SANDBOX: sandbox.url, SOCKET: database.socket };
  copy(folder);
  // The sandbox is in this process, and may be asked meanwhile.
  const php = async (...given: string[]) =>
    (await promisify(execFile)('php', given, { cwd: folder, env: { ...process.env, ...env } })).stdout;
  await php(resolve('test/php/wordpress/install.php'));
  const server = await startPhp(resolve('test/php/wordpress/router.php'), port, env, folder);
  return {
    url,
    sandbox,
    dump: () => ask('mariadb-dump', '--skip-extended-insert', 'test'),
    query: (statement) => ask('mariadb', '-BN', '-e', statement, 'test').trim(),
    run: (code, ...given) =>
      php('-r', `$_SERVER['HTTP_HOST'] = 'localhost'; require 'wp-load.php'; ${code}`, ...given),
    signIn: (browser, user) => signIn(browser, url, user),
    notes: () => notesIn(folder),
    changeSalts: () => writeFileSync(join(folder, 'salt'), 'others'),
    async stop() {
      await server.stop();
      await sandbox.close();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function copy(folder: string): void {
  const options = { recursive: true, dereference: true };
  // With what the links of the package lead to: WordPress finds itself by its files' real paths.
  cpSync(WORDPRESS, folder, { ...options, filter: (from) => !from.includes('wp-content') });
  cpSync(join(WORDPRESS, THEME), join(folder, THEME), options);
  for (const each of ['plugins', 'uploads', 'upgrade']) mkdirSync(join(folder, 'wp-content', each));
  cpSync('test/php/wordpress/wp-config.php', join(folder, 'wp-config.php'));
  writeFileSync(join(folder, 'salt'), 'salts');
}

async function signIn(browser: Browser, url: string, user: string): Promise<Page> {
  const context = await browser.newContext();
  await context.addCookies([{ name: 'wordpress_test_cookie', value: 'WP Cookie check', url }]);
  const form = { log: user, pwd: 'password', testcookie: '1' };
  await context.request.post(`${url}/wp-login.php`, { form, maxRedirects: 0 });
  return context.newPage();
}

/** WordPress's own code has more to say. */
function notesIn(folder: string): string {
  const file = join(folder, 'debug.log');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => /crm-oauth|fatal/i.test(line)).join('\n');
}
