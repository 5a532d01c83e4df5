import { expect } from '@playwright/test';
import { startSandbox } from '../../sandbox/index.js';
import { consentUrl, metadata, PAGE, test } from './fixtures.js';

const pageAt = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

for (const [path, lang, sentence] of [
  ['/oauth', 'en', 'Harbor Shop wants to connect to your Kommo account'],
  ['/es/oauth', 'es', 'Harbor Shop quiere conectarse a tu cuenta de Kommo'],
  ['/br/oauth', 'pt', 'Harbor Shop quer se conectar à sua conta Kommo'],
  ['/id/oauth', 'id', 'Harbor Shop ingin terhubung ke akun Kommo Anda'],
  ['/amocrm/oauth', 'ru', '«Harbor Shop» запрашивает доступ к вашему аккаунту amoCRM'],
] as const) {
  test(`${path} is in ${lang}, with and without a slash at the end`, async ({ sandbox }) => {
    for (const slash of ['', '/']) {
      const { status, text } = await pageAt(consentUrl(sandbox, {}, `${path}${slash}`));
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${lang}"`);
      expect(text).toContain(`<h1>${sentence}</h1>`);
    }
  });
}

test('it names the integration’s description, scopes and logo, and the accounts', async ({
  sandbox,
  receiver,
}) => {
  const logo = 'https://shop.example/logo.png';
  const { text } = await pageAt(consentUrl(sandbox, metadata(receiver, { logo })));
  for (const part of [
    'Weekly reports.',
    'Account data',
    'Notifications',
    'Acme Trading',
    'globex.kommo.com',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain(`src="${logo}"`);
});

test('it shows only the scopes that were asked for', async ({ sandbox, receiver }) => {
  const { text } = await pageAt(consentUrl(sandbox, metadata(receiver, { 'scopes[]': 'crm' })));
  expect(text).toContain('Account data');
  expect(text).not.toContain('Notifications');
});

test('hostile texts stay texts', async ({ sandbox, receiver }) => {
  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
  const query = metadata(receiver, {
    name: hostile,
    description: hostile,
    logo: `https://a.example/${hostile}`,
  });
  for (const url of [consentUrl(sandbox, query), consentUrl(sandbox, { ...query, redirect_uri: hostile })]) {
    const { text } = await pageAt(url);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toMatch(/<script>|<img src=x/);
  }
});

test('its policy allows no inline script and no frame around it', async ({ sandbox }) => {
  const policy = (await pageAt(consentUrl(sandbox))).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('sign_up is tolerated', async ({ sandbox }) => {
  expect((await pageAt(consentUrl(sandbox, { sign_up: 'yes' }))).status).toBe(200);
});

test('client_id wins over metadata', async ({ sandbox, receiver }) => {
  const { text } = await pageAt(
    consentUrl(sandbox, metadata(receiver, { client_id: 'shop-id', 'scopes[]': 'mail' })),
  );
  expect(text).toContain('Harbor Shop wants');
});

test('an unknown client_id answers to the page that asks', async ({ sandbox, lines }) => {
  expect((await pageAt(consentUrl(sandbox, { client_id: 'new-id' }))).status).toBe(200);
  expect(lines.filter((line) => line.includes('new-id is new'))).toEqual([
    'client_id new-id is new here: redirect URI https://shop.example/connect, client secret sandbox-secret',
  ]);
  expect(await (await fetch(sandbox.url)).text()).toContain('<code>https://shop.example/connect</code>');
});

test('an unknown client_id follows the page, a registered one does not', async ({ sandbox }) => {
  const elsewhere = 'http://localhost:3000/other';
  for (const origin of [PAGE, elsewhere]) await fetch(consentUrl(sandbox, { client_id: 'new-id', origin }));
  await fetch(consentUrl(sandbox, { origin: elsewhere }));
  const index = await (await fetch(sandbox.url)).text();
  expect(index).toContain(`<code>${elsewhere}</code>`);
  expect(index).toContain('<code>https://shop.example/callback?tenant=7</code>');
});

for (const [fault, query, parameter, message] of [
  ['no integration at all', { client_id: '' }, 'client_id', 'neither client_id nor name'],
  ['an unknown mode', { mode: 'iframe' }, 'mode', 'There is no mode “iframe”.'],
  ['an unknown client_id without a page', { client_id: 'x', origin: '' }, 'client_id', 'does not know'],
  [
    'an unknown client_id from a page without TLS',
    { client_id: 'x', origin: 'http://a.example/' },
    'client_id',
    'know',
  ],
] as const) {
  test(`error page: ${fault}`, async ({ sandbox }) => {
    const { status, text } = await pageAt(consentUrl(sandbox, query));
    expect(status).toBe(400);
    expect(text).toContain(`<code>${parameter}</code>`);
    expect(text).toContain(message);
  });
}

for (const [fault, query, message] of [
  ['a redirect URI that is missing', { redirect_uri: '' }, 'It is missing.'],
  ['a redirect URI without TLS', { redirect_uri: 'http://shop.example/' }, 'is not an https URL'],
  ['a redirect URI with a fragment', { redirect_uri: 'https://shop.example/#top' }, 'has a fragment'],
  ['a relative redirect URI', { redirect_uri: '/callback' }, 'is not an absolute URL'],
  ['a script as redirect URI', { redirect_uri: 'javascript:alert(1)' }, 'is not an https URL'],
  ['a secrets URI that is missing', { secrets_uri: '' }, 'It is missing.'],
  ['a relative logo', { logo: '/logo.png' }, 'is not the URL of an image'],
  ['an unknown scope', { 'scopes[]': ['crm', 'mail'] }, 'There is no scope “mail”.'],
] as const) {
  test(`error page: ${fault}`, async ({ sandbox, receiver }) => {
    const broken = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()]));
    const { status, text } = await pageAt(consentUrl(sandbox, metadata(receiver, broken)));
    expect(status).toBe(400);
    expect(text).toContain(message);
    expect(text.match(/<li>/g)).toHaveLength(1);
  });
}

test('the error page names every fault at once, and what was received', async ({ sandbox, receiver }) => {
  const query = metadata(receiver, { mode: 'x', redirect_uri: '', secrets_uri: '', 'scopes[]': 'mail' });
  const { text } = await pageAt(consentUrl(sandbox, query));
  expect(text.match(/<li>/g)).toHaveLength(4);
  expect(text).toContain('<code>Harbor Analytics</code>');
});

test('an integration of the other brand is refused', async () => {
  const kommoOnly = await startSandbox({
    port: 0,
    integrations: [
      { clientId: 'k', clientSecret: 's', name: 'K', redirectUri: 'https://k.example/', brand: 'kommo' },
    ],
  });
  expect((await pageAt(consentUrl(kommoOnly, { client_id: 'k' }))).status).toBe(200);
  const { status, text } = await pageAt(consentUrl(kommoOnly, { client_id: 'k' }, '/amocrm/oauth/'));
  expect(status).toBe(400);
  expect(text).toContain('is registered with kommo, and this is amocrm');
  await kommoOnly.close();
});

test('the index tells how to point a button at the sandbox', async ({ sandbox }) => {
  const index = await (await fetch(sandbox.url)).text();
  expect(index).toContain(`server=&quot;${sandbox.url}/amocrm&quot;`);
  expect(index).toContain('<code>shop-id</code>');
  for (const path of ['/es/oauth/', '/oauth2/access_token', '/amocrm/oauth/', '/amocrm/api/v4/account']) {
    expect(index).toContain(path);
  }
  expect(index).not.toContain('shop-secret');
});

test('the pages of each CRM have an accent of their own, light and dark', async ({ sandbox }) => {
  const { text } = await pageAt(`${sandbox.url}/sandbox/page.css`);
  const accents = [':root', "[data-brand='amocrm']", "[data-brand='ringcentral']"].flatMap((selector) => {
    const rules = text.split('\n').filter((line) => line.startsWith(`${selector} {`));
    return rules.flatMap((rule) => /--accent: (#\w+);/.exec(rule)?.[1] ?? []);
  });
  expect(accents).toHaveLength(6);
  expect(new Set(accents).size).toBe(6);
});

test('any other address is a 404', async ({ sandbox }) => {
  for (const path of ['/nowhere', '/amocrm/es/oauth/']) {
    expect((await pageAt(`${sandbox.url}${path}`)).status).toBe(404);
  }
});
