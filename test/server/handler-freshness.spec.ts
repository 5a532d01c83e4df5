import { expect } from '@playwright/test';
import type { TokenError } from '../../src/server.js';
import { at, changeTokens, ID, KOMMO_ACCOUNT, type Site, test, tokenRequests } from './handler-fixtures.js';

const END = Date.UTC(2030, 0, 1);
const MINUTE = 60_000;

/** Asks for a token at a time; gives whether it was refreshed, or why there is none. */
async function ask(site: Site, id: string, time: number, options?: { leeway?: number; refused?: string }) {
  const before = tokenRequests(site);
  return at(time, async () => {
    const kept = (await site.store.connections.get(id))?.tokens?.accessToken;
    const given = await site.crm
      .accessToken('ann', id, options)
      .catch((error: unknown) => (error as TokenError).code);
    if (given === 'reconnect') return given;
    const isNew = given !== kept;
    expect(tokenRequests(site) - before).toBe(isNew ? 1 : 0);
    return isNew ? 'refreshed' : 'kept';
  });
}

for (const [what, leeway, effective] of [
  ['five minutes, by default', undefined, 5 * MINUTE],
  ['as long as the caller asks', 3 * MINUTE, 3 * MINUTE],
  ['until it expires, if the caller asks for no more', 0, 0],
] as const) {
  test(`a token is given as long as it is good for ${what}, to the millisecond`, async ({ site }) => {
    const { id } = await site.connect('ann', 'kommo');
    const border = END - effective;
    for (const [time, outcome] of [
      [border - 1, 'kept'],
      [border, 'refreshed'],
      [border + 1, 'refreshed'],
    ] as const) {
      await changeTokens(site, id, { expiresAt: END });
      expect(
        await ask(site, id, time, { ...(leeway !== undefined && { leeway }) }),
        String(time - border),
      ).toBe(outcome);
    }
  });
}

test('without a refresh token it is given until it expires, and then the person has to come', async ({
  site,
}) => {
  const accessToken = site.sandbox.longLivedToken(ID, KOMMO_ACCOUNT, { expires: END });
  const { id } = await site.crm.setToken('ann', { host: 'acme.kommo.com', accessToken, expiresAt: END });
  expect(await ask(site, id, END - 1)).toBe('kept');
  expect(await ask(site, id, END - 1, { leeway: 60 * MINUTE })).toBe('kept');
  const before = tokenRequests(site);
  expect(await ask(site, id, END)).toBe('reconnect');
  expect(tokenRequests(site)).toBe(before);
  expect(await site.crm.connections('ann')).toMatchObject([{ status: 'reconnect' }]);
});

test('a token that the API has refused is refreshed once, and an older one is not', async ({ site }) => {
  const { id } = await site.connect('ann', 'kommo');
  const refused = await site.crm.accessToken('ann', id);
  const now = Date.now();
  expect(await ask(site, id, now, { refused })).toBe('refreshed');
  // Another caller was refused the same one, and finds a newer.
  expect(await ask(site, id, now, { refused })).toBe('kept');
  expect(await ask(site, id, now, { refused: 'never given' })).toBe('kept');
});

test('a token whose end the CRM has not told is given until it is refused', async ({ site }) => {
  const accessToken = site.sandbox.longLivedToken(ID, KOMMO_ACCOUNT);
  const { id } = await site.crm.setToken('ann', { host: 'acme.kommo.com', accessToken });
  expect(await ask(site, id, END + 1e12)).toBe('kept');
  expect(await ask(site, id, END, { refused: accessToken })).toBe('reconnect');
});
