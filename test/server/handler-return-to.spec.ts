import { expect } from '@playwright/test';
import { type Attempt, type Site, test } from './handler-fixtures.js';

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };
const issue = async (site: Site, query: string) =>
  (await (await site.as('ann')(`/state?${query}`)).json()) as Attempt;

test('a navigation of the site’s own page goes on to the path that the state was made for', async ({
  site,
}) => {
  for (const [returnTo, referer, location] of [
    ['/settings?tab=crm#kommo', undefined, '/settings?tab=crm#kommo'],
    ['/settings', `${new URL(site.url).origin}/other`, '/settings'],
    [undefined, `${new URL(site.url).origin}/other?a=1`, '/other?a=1'],
    [undefined, 'https://evil.example/page', '/'],
    [undefined, `${new URL(site.url).origin}//evil.example/`, '/evil.example/'],
    [undefined, 'https://', '/'],
    [undefined, undefined, '/'],
  ] as const) {
    const { state } = await issue(
      site,
      new URLSearchParams({ provider: 'kommo', ...(returnTo && { returnTo }) }).toString(),
    );
    const url = await site.authorize('ann', 'kommo');
    url.searchParams.set('state', state);
    const headers = { ...OWN_PAGE, ...(referer && { referer }) };
    const response = await site.as('ann')(url, { headers });
    expect([response.status, response.headers.get('location')]).toEqual([303, location]);
  }
});

test('a place to go on to that is elsewhere is refused, before there is a state', async ({ site }) => {
  for (const returnTo of [
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '\t//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://localhost:1/',
    'https:evil.example',
    'ftp://evil.example',
    'blob:https://evil.example/x',
    '//evil.example:80\\@localhost',
    'http://localhost@evil.example/',
  ]) {
    const query = new URLSearchParams({ provider: 'kommo', returnTo });
    const response = await site.as('ann')(`/state?${query.toString()}`);
    const text = await response.text();
    expect([response.status, text], returnTo).toEqual([400, '{"error":"invalid_return_to"}']);
  }
});

test('a path that only looks like another site stays a path of this one', async ({ site }) => {
  const { origin } = new URL(site.url);
  for (const returnTo of [
    '/%2f%2fevil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    '/%5cevil.example',
    '?//evil.example',
    'javascript%3aalert(1)',
    '"><script>alert(1)</script>',
  ]) {
    const { state } = await issue(site, new URLSearchParams({ provider: 'kommo', returnTo }).toString());
    const url = await site.authorize('ann', 'kommo');
    url.searchParams.set('state', state);
    const response = await site.as('ann')(url, { headers: OWN_PAGE });
    expect(new URL(response.headers.get('location') ?? '', origin).origin, returnTo).toBe(origin);
    // The page’s own link and script have it as well.
    const page = await (await site.as('ann')(url)).text();
    for (const [, path] of page.matchAll(/(?:href|return-to)="([^"]*)"/g)) {
      expect(new URL(path ?? '', origin).origin, path).toBe(origin);
    }
  }
});
