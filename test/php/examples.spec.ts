import { expect, test } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoOf, readBlocks } from '../helpers/documents.js';
import { findPhp } from './install.mjs';
import { freePort } from '../server/guides/runtimes.js';
import { startPhp } from './server.js';

test.skip(!findPhp(), 'PHP is missing');

const PLAIN = readFileSync('php/examples/plain.php', 'utf8');

test('the guide shows the example in plain PHP', () => {
  const block = readBlocks('docs/back-end/php.md').find((each) => infoOf(each, 'file') === 'plain.php');
  expect(PLAIN.endsWith(block?.code ?? 'nothing')).toBe(true);
});

test('the example in plain PHP answers whoever has a session, and leaves other paths to the site', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crm-oauth-example-'));
  // The database is the reader's own.
  const text = PLAIN.replace(/'mysql:.*, keys/, `'sqlite:${folder}/crm.db', keys`);
  expect(text).not.toBe(PLAIN);
  writeFileSync(join(folder, 'index.php'), `${text}echo 'Your pages.';`);
  copyFileSync('php/crm-oauth.php', join(folder, 'crm-oauth.php'));
  writeFileSync(join(folder, 'sess_ann'), 'user|s:3:"ann";');
  const env = { CRM_ID: 'i', CRM_SECRET: 's', CRM_KEY: randomBytes(32).toString('base64'), CRM_SERVER: '' };
  const server = await startPhp(join(folder, 'index.php'), await freePort(), env, folder, {
    'session.save_path': folder,
  });
  try {
    const state = `${server.url}/crm/state?provider=kommo`;
    expect((await fetch(state)).status).toBe(401);
    const answer = await fetch(state, { headers: { cookie: 'PHPSESSID=ann' } });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { state: expect.stringMatching(/^[\w-]{22}$/) },
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await (await fetch(server.url)).text()).toBe('Your pages.');
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
