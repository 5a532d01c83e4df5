import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  expectedCaption,
  expectedClass,
  expectedEndpoint,
  expectedQuery,
  type Insertion,
  markerHtml,
  type Usage,
  usages,
} from '../fixtures/usages.js';
import { test } from '../fixtures/vendor.js';
import { expect } from './fixtures.js';

const SRC = 'src="/cdn/button.min.js"';
const LOADER = `document.head.append(Object.assign(document.createElement('script'), { src: '/cdn/button.js' }));`;

/** Scripts that were parsed from text do not run; apps replace them by copies that do. */
const REVIVE = `for (const inert of app.querySelectorAll('script')) {
  const copy = document.createElement('script');
  for (const { name, value } of inert.attributes) copy.setAttribute(name, value);
  inert.replaceWith(copy);
}`;

/** Text as a literal in an inline script. */
const literal = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');

const app = (code: string): string => `<div id="app"></div><script>${code}</script>`;

const afterLoad = (code: string): string => `addEventListener('load', () => setTimeout(() => { ${code} }));`;

const append = ({ brand, data }: Usage): string => `{
  const marker = document.createElement('script');
  marker.className = '${brand}_oauth';
  for (const [name, value] of Object.entries(JSON.parse(${literal(JSON.stringify(data))})))
    marker.setAttribute('data-' + name, value);
  marker.async = true;
  marker.src = '/cdn/button.min.js';
  app.append(marker);
}`;

const pages: Readonly<Record<Insertion, (usage: Usage) => string>> = {
  html: (usage) => `<h1>Shop</h1>${markerHtml(usage, SRC)}<p>Terms</p>`,
  form: (usage) => `<form><input name="email">${markerHtml(usage, SRC)}<button>Save</button></form>`,
  'document.write': (usage) => app(`document.write(${literal(markerHtml(usage, SRC))});`),
  'append before load': (usage) => app(append(usage)),
  'append after load': (usage) => app(afterLoad(append(usage))),
  innerHTML: (usage) => app(afterLoad(`app.innerHTML = ${literal(markerHtml(usage, SRC))}; ${REVIVE}`)),
  template: (usage) =>
    `<template id="view"><section>${markerHtml(usage, SRC)}</section></template>` +
    app(afterLoad(`app.append(view.content.cloneNode(true));`)),
  DOMParser: (usage) =>
    app(
      afterLoad(`const html = ${literal(`<section>${markerHtml(usage, SRC)}</section>`)};
        app.append(new DOMParser().parseFromString(html, 'text/html').body.firstChild); ${REVIVE}`),
    ),
  'contextual fragment': (usage) =>
    app(
      afterLoad(
        `app.append(document.createRange().createContextualFragment(${literal(markerHtml(usage, SRC))}));`,
      ),
    ),
  loader: (usage) => `${markerHtml(usage)}<script>${afterLoad(LOADER)}</script>`,
};

for (const usage of usages) {
  test(`${usage.brand}: ${usage.site}`, async ({ visit, page, openConsent }) => {
    await visit(pages[usage.insertion](usage));
    const button = page.locator('crm-oauth-button');
    await expect(button).toHaveClass(expectedClass(usage));
    await expect(button).toHaveAttribute('data-client_id', usage.data['client-id'] ?? '');
    await expect(button).toContainText(expectedCaption(usage));
    const { width, height } = (await button.boundingBox())!;
    expect(width < 1.2 * height, 'shows the logo alone').toBe(usage.data.compact === 'true');

    const consent = await openConsent();
    const { origin, pathname, searchParams } = new URL(consent.url());
    expect(origin + pathname).toBe(expectedEndpoint(usage));
    const state = usage.data.state ?? searchParams.get('state')!;
    if (!usage.data.state) expect(state).toMatch(/^[\da-f]{32}$/);
    expect([...searchParams]).toEqual(expectedQuery(usage, page.url(), state));

    await expect(button).toHaveCount(1);
    const marker = page.locator(`.${usage.brand}_oauth`);
    expect(await marker.evaluate((element) => element.previousElementSibling?.localName)).toBe(
      'crm-oauth-button',
    );
  });
}

/** Each way to bring a marker in, for a site that has loaded the script before. */
const [simplest] = usages.filter(({ brand }) => brand === 'amocrm').filter(({ data }) => 'client-id' in data);
for (const [insertion, html] of Object.entries(pages)) {
  test(`one more marker, by ${insertion}`, async ({ visit, page }) => {
    await visit(`<script src="/cdn/button.js"></script>${html(simplest!)}`);
    await expect(page.locator('.amocrm_oauth')).toBeAttached();
    await page.waitForLoadState('networkidle');
    await expect(page.locator('crm-oauth-button + .amocrm_oauth')).toHaveCount(1);
    await expect(page.locator('crm-oauth-button')).toHaveCount(1);
  });
}

test.describe('a file with nothing but the tag', () => {
  const TAG = '<script class="kommo_oauth" data-client-id="shop" data-mode="post_message"';
  for (const [how, html] of Object.entries({
    'as it is': `${TAG} src="/cdn/button.js"></script>`,
    'by its other name': `${TAG} src="/cdn/button.min.js"></script>`,
    async: `${TAG} async src="/cdn/button.js"></script>`,
    deferred: `${TAG} defer src="/cdn/button.js"></script>`,
    'as a module': `${TAG} type="module" src="/cdn/button.js"></script>`,
    'twice, the script once': `${TAG}></script>${TAG} src="/cdn/button.js"></script>`,
    'beside a script that draws before the marker, as the vendor’s does': `${TAG} src="/cdn/button.js"></script>
      <script>onload = () => document.querySelector('.kommo_oauth').before(document.createElement('div'));</script>`,
  })) {
    test(`${how}: the button opens the body, and the console says once what to do`, async ({
      page,
      site,
      said,
      openConsent,
    }) => {
      await page.route('**/only', (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.goto(`${site.url}/only`);
      const count = await page.locator('head > .kommo_oauth').count();
      await expect(page.locator('body > crm-oauth-button')).toHaveCount(count);
      await expect(page.locator('crm-oauth-button')).toHaveCount(count);
      const consent = await openConsent('body > :nth-child(1 of crm-oauth-button)');
      expect(new URL(consent.url()).searchParams.get('client_id')).toBe('shop');
      expect(said).toEqual([expect.stringMatching(/<head>.*put the tag where the button belongs/)]);
    });
  }

  test('opened from the disk', async ({ page, said }, testInfo) => {
    const file = testInfo.outputPath('index.html');
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync('cdn/button.min.js', join(dirname(file), 'button.js'));
    writeFileSync(file, `${TAG} src="button.js"></script>`);
    await page.goto(pathToFileURL(file).href);
    await expect(page.locator('body > crm-oauth-button')).toBeVisible();
    expect(said).toEqual([expect.stringContaining('<head>')]);
  });
});

test.describe('a mistake in an attribute', () => {
  const html = `<div class="kommo_oauth" data-name="Shop" data-redirect_uri="http://shop.example"
    data-secrets_uri="https://shop.example/secrets"></div><script src="/cdn/button.js"></script>`;
  for (const [url, message] of [
    ['http://localhost:1234/', 'data-redirect_uri must be a full https URL'],
    ['http://shop.localhost/', 'data-redirect_uri must be a full https URL'],
    ['http://127.0.0.2/', 'data-redirect_uri must be a full https URL'],
    ['https://shop.example/', 'Something went wrong. Try again.'],
    ['https://localhost.shop.example/', 'Something went wrong. Try again.'],
  ] as const) {
    test(`at ${url}, the button says: ${message}`, async ({ page }) => {
      await page.route(`${url}**`, (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ path: 'cdn/button.js' })
          : route.fulfill({ contentType: 'text/html', body: html }),
      );
      await page.goto(url);
      await page.locator('crm-oauth-button').click();
      await expect(page.locator('crm-oauth-button').getByRole('status')).toContainText(message);
    });
  }
});

test.describe('too little data', () => {
  const missing = /data-client-id .*data-name.*data-redirect_uri.*data-secrets_uri/;
  const markers: Record<string, readonly [html: string, hint?: RegExp]> = {
    'a script with nothing': ['<script class="kommo_oauth"></script>', missing],
    'a script with a callback alone': [
      '<script class="amocrm_oauth" data-error-callback="window.onAmoError"></script>',
      missing,
    ],
    'a div without a secrets URI': [
      '<div class="kommo_oauth" data-name="Shop" data-redirect_uri="https://shop.example"></div>',
      missing,
    ],
    'a hyphen in redirect_uri': [
      '<div class="amocrm_oauth" data-name="a" data-redirect-uri="https://b.example" data-secrets-uri="https://b.example"></div>',
      missing,
    ],
    'an empty client id': ['<script class="kommo_oauth" data-client-id=""></script>', missing],
    'two of them': ['<script class="kommo_oauth"></script>'.repeat(2), missing],
    'an element that merely has the class': ['<div class="kommo_oauth">Kommo</div>'],
    'such an element, marked by a framework': ['<div class="kommo_oauth" data-v-7ba5bd90>Kommo</div>'],
  };
  for (const [what, [html, hint]] of Object.entries(markers)) {
    test(`${what}: ${hint ? 'one error' : 'silence'}, and no button`, async ({ visit, page, said }) => {
      await visit(`${html}<script src="/cdn/button.js"></script>`);
      await page.waitForLoadState('networkidle');
      expect(said).toEqual(hint ? [expect.stringMatching(hint)] : []);
      await expect(page.locator('crm-oauth-button')).toHaveCount(0);
    });
  }
});

test('a redirect URI without https: one error that names it, and no window', async ({
  visit,
  page,
  said,
  seen,
  context,
}) => {
  await visit(`<div class="kommo_oauth" data-name="Shop" data-redirect_uri="http://shop.example"
    data-secrets_uri="https://shop.example/secrets"></div><script src="/cdn/button.js"></script>`);
  for (let times = 0; times < 2; times += 1) await page.locator('crm-oauth-button').click();
  expect(said).toEqual([expect.stringMatching(/data-redirect_uri .*https.*"http:\/\/shop\.example"/)]);
  expect(await seen()).toContainEqual([
    'crm-oauth-error',
    expect.objectContaining({ code: 'invalid_configuration', kind: 'client' }),
  ]);
  expect(context.pages()).toHaveLength(1);
});
