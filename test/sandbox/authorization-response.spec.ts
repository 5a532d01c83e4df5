import { expect } from '@playwright/test';
import { allow, consentUrl, deny, PAGE, readAnswer, sendForm, SHOP, test } from './fixtures.js';

test('allow: code, state, referer and client_id, appended to the redirect URI', async ({ sandbox }) => {
  const response = await allow(consentUrl(sandbox));
  expect(response.status).toBe(200);
  const { opener, message, redirect } = await readAnswer(response);
  expect(opener).toBe('https://shop.example');
  expect(message).toEqual({ url: redirect.href });
  expect(redirect.href.startsWith(`${SHOP.redirectUri}&code=`)).toBe(true);
  expect(Object.fromEntries(redirect.searchParams)).toEqual({
    tenant: '7',
    code: expect.stringMatching(/^[\w-]{43}$/),
    state: 's1',
    referer: 'acme.kommo.com',
    client_id: SHOP.clientId,
  });
});

test('the referer is the host of the account that was chosen, at the brand’s domain', async ({ sandbox }) => {
  const url = consentUrl(sandbox, {}, '/amocrm/oauth/');
  const { redirect } = await readAnswer(await sendForm(url, { answer: 'allow', account: '31000002' }));
  expect(redirect.searchParams.get('referer')).toBe('globex.amocrm.ru');
});

test('a state comes back to the character', async ({ sandbox }) => {
  const state = 'a+b &=%26#"é';
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, { state })));
  expect(redirect.searchParams.get('state')).toBe(state);
});

test('without a state none comes back', async ({ sandbox }) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, { state: '' })));
  expect(redirect.searchParams.has('state')).toBe(false);
});

test('post_message, allow: the window goes to the redirect URI', async ({ sandbox }) => {
  const response = await allow(consentUrl(sandbox, { mode: 'post_message' }));
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(/^https:\/\/shop\.example\/callback\?tenant=7&code=/);
});

for (const mode of ['popup', 'post_message']) {
  test(`${mode}, deny: the vendor’s message, or a redirect with the error`, async ({ sandbox }) => {
    const { message, redirect } = await readAnswer(await deny(consentUrl(sandbox, { mode })));
    expect(message).toEqual({ client_id: SHOP.clientId, error: 'access_denied' });
    expect(redirect.href).toBe(`${SHOP.redirectUri}&error=access_denied&client_id=${SHOP.clientId}&state=s1`);
  });
}

for (const origin of ['', 'not a url', 'file:///home/page.html', 'data:text/html,x']) {
  test(`nothing is posted to the origin “${origin}”`, async ({ sandbox }) => {
    expect((await readAnswer(await allow(consentUrl(sandbox, { origin })))).opener).toBe('');
  });
}

test('a form from another page on this machine is refused, and told why', async ({ sandbox }) => {
  const response = await fetch(consentUrl(sandbox), {
    method: 'POST',
    headers: { origin: 'http://localhost:1' },
    body: new URLSearchParams({ answer: 'allow', account: '31000001' }),
  });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('did not come from the consent page');
});

test('a form without an answer or a known account is refused', async ({ sandbox }) => {
  for (const fields of [{}, { answer: 'allow' }, { answer: 'allow', account: '1' }, { answer: 'maybe' }]) {
    expect((await sendForm(consentUrl(sandbox), fields)).status).toBe(400);
  }
});

test('requests are kept as they were sent', async ({ sandbox, clock }) => {
  const url = consentUrl(sandbox);
  await fetch(url);
  expect(sandbox.requests).toHaveLength(1);
  const [request] = sandbox.requests;
  expect(request).toMatchObject({
    endpoint: 'authorization',
    path: url.slice(sandbox.url.length),
    time: clock.now,
  });
  expect(request?.params.get('origin')).toBe(PAGE);
});

test('the log shortens codes', async ({ sandbox, lines }) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox)));
  const code = redirect.searchParams.get('code')!;
  await fetch(`${sandbox.url}/?code=${code}`);
  expect(lines).toContain('Harbor Shop: allowed for acme.kommo.com');
  expect(lines).toContain(`GET /?code=${code.slice(0, 4)}… 200`);
  expect(lines.join('\n')).not.toContain(code);
});
