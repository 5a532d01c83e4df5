import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, exchangeCode } from '../../src/server.js';
import { allow, readAnswer } from '../sandbox/fixtures.js';
import { freePort, start } from '../server/guides/runtimes.js';
import { findNode, NODES } from './install.mjs';

/** The sandbox takes any client that has this secret. */
const shop = new Client({
  clientId: 'shop',
  clientSecret: 'sandbox-secret',
  redirectUri: 'https://shop.example/callback',
});

/** What runs a module. Deno is told what the sandbox needs, and refuses it all else. */
const RUNTIMES: readonly (readonly [name: string, command: string | undefined, args: readonly string[]])[] = [
  ...NODES.map((major) => [`Node ${major}`, findNode(major), []] as const),
  ['Bun', 'bun', ['run']],
  ['Deno', 'deno', ['run', '--no-prompt', '--allow-net', '--allow-read']],
];

/** Goes through the consent page, and asks the API with the token for which the code is exchanged. */
async function accountAt(url: string): Promise<unknown> {
  const { clientId, redirectUri } = shop;
  const query = { client_id: clientId, redirect_uri: redirectUri, origin: redirectUri, state: 's' };
  const consent = `${url}/oauth/?${new URLSearchParams(query).toString()}`;
  expect(await (await fetch(consent)).text()).toContain('Allow');
  const { redirect } = await readAnswer(await allow(consent));
  expect(redirect.searchParams.get('state')).toBe('s');
  const code = redirect.searchParams.get('code') ?? '';
  const { accessToken } = await exchangeCode(shop, { code, host: 'acme.kommo.com' }, { server: url });
  const headers = { authorization: `Bearer ${accessToken}` };
  return (await fetch(`${url}/api/v4/account`, { headers })).json();
}

for (const [name, command, args] of RUNTIMES) {
  test(`${name} runs the sandbox, from the consent page to the API, and ends it`, async () => {
    test.skip(!command, `${name} is missing`);
    const folder = mkdtempSync(join(tmpdir(), 'crm-oauth-sandbox-'));
    const port = String(await freePort());
    const line = [...args, resolve('dist/sandbox/cli.js'), '--port', port];
    const sandbox = await start(command!, line, { folder, env: {}, port });
    try {
      await expect.poll(sandbox.said).toContain(`The sandbox is at ${sandbox.url}`);
      expect(await accountAt(sandbox.url)).toMatchObject({ id: 31000001 });
      // This one is read from a file beside the command.
      expect((await fetch(`${sandbox.url}/ringcentral/embeddable/adapter.js`)).status).toBe(200);
      expect(await sandbox.stop()).toBe(0);
    } finally {
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    }
    expect(sandbox.said()).not.toMatch(/error/i);
  });
}
