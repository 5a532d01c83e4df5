import { expect } from '@playwright/test';
import { test } from './handler-fixtures.js';

// What browsers say of a request (Fetch Metadata). A page elsewhere may send it along with this site's cookies.
for (const from of ['cross-site', 'same-site', 'anything-else']) {
  test(`a ${from} page gets no state, no clients and no connections, and ends none`, async ({ site }) => {
    const { id } = await site.connect('ann', 'kommo');
    const ann = site.as('ann');
    const headers = { 'sec-fetch-site': from };
    for (const path of ['/state?provider=kommo', '/clients', '/connections']) {
      const response = await ann(path, { headers });
      expect([response.status, await response.json()], path).toEqual([403, { error: 'cross_site' }]);
    }
    const marked = { ...headers, 'x-crm-oauth': '1' };
    const response = await ann(`/connections/${id}`, { method: 'DELETE', headers: marked });
    expect([response.status, await response.json()]).toEqual([403, { error: 'cross_site' }]);
    expect(await site.crm.connections('ann')).toHaveLength(1);
  });
}

test('the site’s own page may, and so may a browser that says nothing', async ({ site }) => {
  for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }]) {
    for (const path of ['/state?provider=kommo', '/clients', '/connections']) {
      expect((await site.as('ann')(path, { headers })).status, path).toBe(200);
    }
  }
});

test('a request to disconnect without the header, which a form cannot send, ends nothing', async ({
  site,
}) => {
  const { id } = await site.connect('ann', 'kommo');
  for (const headers of [{}, { 'x-crm-oauth': '' }, { 'x-crm-oauth': '0' }, { 'x-crm-oauth': '1, 1' }]) {
    const response = await site.as('ann')(`/connections/${id}`, { method: 'DELETE', headers });
    expect([response.status, await response.json()]).toEqual([403, { error: 'header_required' }]);
  }
  expect(await site.crm.connections('ann')).toHaveLength(1);
});

test('no answer may be kept or taken for something else, and none lets another origin read it', async ({
  site,
}) => {
  const { id } = await site.connect('ann', 'kommo');
  const requests = [
    ['/state?provider=kommo', 'GET'],
    ['/state?provider=nothing', 'GET'],
    ['/clients', 'GET'],
    ['/connections', 'GET'],
    ['/connections', 'POST'],
    ['/nothing', 'GET'],
    ['/callback/kommo', 'GET'],
    ['/callback/kommo?from_widget=1', 'GET'],
    ['/disconnected/kommo', 'GET'],
    ['/secrets/external', 'POST'],
    ['/callback/pipedrive', 'DELETE'],
    ['/connections/other', 'DELETE'],
    [`/connections/${id}`, 'DELETE'],
  ] as const;
  for (const user of [undefined, 'ann']) {
    for (const [path, method] of requests) {
      const headers = { 'x-crm-oauth': '1', origin: 'https://evil.example' };
      const answer = await site.as(user)(path, { method, headers });
      const names = ['cache-control', 'x-content-type-options', 'access-control-allow-origin'];
      expect(
        names.map((name) => answer.headers.get(name)),
        `${method} ${path} ${answer.status}`,
      ).toEqual(['no-store', 'nosniff', null]);
    }
  }
  const script = await site.as(undefined)('/callback.js');
  expect(script.headers.get('cache-control')).toBe('no-cache');
  expect(script.headers.get('x-content-type-options')).toBe('nosniff');
});
