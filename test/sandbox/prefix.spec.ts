import { expect } from '@playwright/test';
import { SERVERS } from '../../sandbox/servers.js';
import { allow, consentUrl, obtainCode, readAnswer, test } from './fixtures.js';
import { account, redeem, refresh } from './token-fixtures.js';

for (const { brand } of SERVERS) {
  test(`the consent page of ${brand.name} is below its name`, async ({ sandbox }) => {
    const [path = ''] = Object.keys(brand.consentPaths);
    const page = await fetch(`${sandbox.url}/${brand.id}${path.replace(':tenant', 'organizations')}`);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('client_id');
  });
}

test('below /kommo a person allows, a server gets tokens, and the API answers, as at the root', async ({
  sandbox,
}) => {
  const code = await obtainCode(sandbox, '/kommo/oauth/');
  const { body: first } = await redeem(sandbox, code, {}, '/kommo');
  const { status, body } = await refresh(sandbox, first.refresh_token, {}, '/kommo');
  expect(status).toBe(200);
  for (const prefix of ['/kommo', '']) {
    const response = await account(sandbox, body.access_token, prefix);
    expect(await response.json()).toMatchObject({ id: 31000001 });
  }
  expect(sandbox.requests.map(({ path }) => path)).toContain('/kommo/oauth2/access_token');
});

test('the form of a page below /kommo stays there', async ({ page, sandbox }) => {
  await page.goto(consentUrl(sandbox, { mode: 'post_message' }, '/kommo/es/oauth/'));
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Permitir' }).click();
  expect(new URL((await sent).url()).pathname).toBe('/kommo/es/oauth/');
});

test('the answer below /kommo names Kommo’s host', async ({ sandbox }) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, {}, '/kommo/oauth/')));
  expect(redirect.searchParams.get('referer')).toBe('acme.kommo.com');
});
