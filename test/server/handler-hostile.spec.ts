import { expect } from '@playwright/test';
import { createHandler, SqliteStore } from '../../src/server.js';
import { sendRaw } from '../send-raw.js';
import { everyView, polluted, SECRET } from './fixtures.js';
import { type Site, test } from './handler-fixtures.js';
import { HOSTILE_REQUESTS } from './hostile-requests.js';

/** What no answer and no error may hold: of the site, and of its one connection. */
async function secretsOf(site: Site): Promise<string[]> {
  const [record] = await site.store.connections.list('ann');
  const { accessToken, refreshToken } = record!.tokens!;
  return [SECRET, accessToken, refreshToken!];
}

for (const user of ['ann', undefined]) {
  test(`nothing that ${user ?? 'somebody who is not signed in'} sends breaks, changes or reveals anything`, async ({
    site,
  }) => {
    const { id } = await site.connect('ann', 'kommo');
    const kept = await site.store.connections.get(id);
    const secrets = await secretsOf(site);
    const sent = site.sandbox.requests.length;
    for (const { line, headers = [], body, status } of HOSTILE_REQUESTS) {
      const lines = [
        `${line} HTTP/1.1`,
        'Host: evil.example',
        ...headers,
        ...(user ? [`X-User: ${user}`] : []),
      ];
      const answer = await sendRaw(site.url, lines, body).catch(() => ({ status: 0, head: '', body: '' }));
      const what = `${line.slice(0, 120)} ${body?.slice(0, 60) ?? ''}`;
      if (user) expect(answer.status || 0, what).toBe(status);
      else expect(answer.status || 0, what).toBeLessThan(500);
      const text = `${answer.head}\n${answer.body}`;
      expect(text, what).not.toMatch(/\bat .+:\d+:\d+|node_modules|node:internal|\/src\//);
      expect(text, what).not.toMatch(/^set-cookie:|^location:|evil\.example|<script>/im);
      for (const secret of secrets) expect(text, what).not.toContain(secret);
    }
    for (const secret of secrets) expect(site.errors.map(everyView).join('\n')).not.toContain(secret);
    expect(await site.store.connections.get(id)).toEqual(kept);
    expect(await site.crm.connections('bob')).toEqual([]);
    // None of them was worth a request to the CRM.
    expect(site.sandbox.requests).toHaveLength(sent);
    expect((await site.as('ann')('/connections')).status).toBe(200);
  });
}

test('the table has what it promises', () => {
  expect(HOSTILE_REQUESTS.length).toBeGreaterThan(80);
});

const EVIL = 'https://evil.example/';

test('what every object inherits after prototype pollution decides nothing', async ({ site }) => {
  const fields = {
    returnTo: EVIL,
    codeVerifier: 'v'.repeat(43),
    data: JSON.stringify({ returnTo: EVIL }),
    user: 'mallory',
    refused: 'a',
    leeway: Infinity,
    isUsed: true,
  };
  await polluted(fields, async () => {
    const failed = await (await site.as('ann')('/callback/kommo?state=a')).text();
    expect(failed).not.toContain('evil.example');
    for (const name of ['kommo', 'hubspot']) {
      const url = await site.authorize('ann', name);
      const response = await site.as('ann')(url, { headers: { 'sec-fetch-site': 'same-origin' } });
      expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    }
    expect(await site.crm.connections('mallory')).toEqual([]);
    const [first] = await site.crm.connections('ann');
    const before = site.sandbox.requests.length;
    await site.crm.accessToken('ann', first!.id);
    expect(site.sandbox.requests).toHaveLength(before);
  });
});

test('a handler and a store that are made after prototype pollution are those that were asked for', async ({
  site,
}) => {
  const statements: string[] = [];
  const database = {
    exec: (text: string) => statements.push(text),
    prepare: () => ({ all: () => [] }),
    close: () => undefined,
  };
  const told: unknown[] = [];
  const tell = (...all: unknown[]) => void told.push(all);
  const fields = {
    basePath: '/evil',
    server: EVIL,
    afterConnect: tell,
    onStatus: tell,
    prefix: 'evil_',
    keys: ['short'],
  };
  const { id } = await site.connect('ann', 'kommo');
  const { clients, store } = site;
  await polluted(fields, async () => {
    new SqliteStore(database);
    const crm = createHandler({ clients, store, userOf: () => 'ann', onError: tell });
    expect([crm.has('/crm/state'), crm.has('/evil/state')]).toEqual([true, false]);
    const answer = await crm(new Request(`${site.url}/clients`));
    expect(await answer.text()).not.toContain('evil');
    expect(await crm.disconnect('ann', id)).toBe(true);
  });
  expect(statements.join()).not.toContain('evil_');
  expect(told).toEqual([]);
});
