import { build } from 'esbuild';
import type { Page } from '@playwright/test';
import { post, test } from '../fixtures/vendor.js';
import { expect } from './fixtures.js';

const marker = (attributes = '', brand = 'kommo'): string =>
  `<script class="${brand}_oauth" data-client-id="shop" data-state="first" ${attributes}></script>`;
const loader = (attributes = '', src = '/cdn/button.js'): string =>
  `<script src="${src}" ${attributes}></script>`;

/** A marker's only button, right before it, and no other on the page. */
async function expectOneButton(page: Page): Promise<void> {
  await expect(page.locator('crm-oauth-button + .kommo_oauth')).toHaveCount(1);
  await expect(page.locator('crm-oauth-button')).toHaveCount(1);
}

/** Pages call it to add a line to `seen`. */
const LOG = (what: string): string => `log.push(['${what}'])`;

test.describe('however the script is included, each marker has one button', () => {
  const pages: Record<string, string> = {
    'several times': loader() + marker('src="/cdn/button.js"') + loader() + loader(),
    'under both names': loader() + marker() + loader('', '/cdn/button.min.js'),
    'in two versions': loader('', '/cdn/button.js?v=1') + marker() + loader('', '/cdn/button.js?v=2'),
    'async, once each': marker('async src="/cdn/button.js"') + loader('async', '/cdn/button.min.js'),
    deferred: marker('defer src="/cdn/button.js"'),
    'as a module':
      marker('type="module" src="/cdn/button.js"') + loader('type="module"', '/cdn/button.min.js'),
    'as text': `<main></main><script>fetch('/cdn/button.js').then((response) => response.text()).then((text) => {
      for (const copy of [1, 2]) document.head.append(Object.assign(document.createElement('script'), { text }));
    })</script>${marker()}`,
  };
  for (const [how, html] of Object.entries(pages)) {
    test(how, async ({ visit, page, parameters }) => {
      await page.addInitScript(() => {
        const counted = { observers: 0 };
        window.MutationObserver = class extends MutationObserver {
          override observe(...target: Parameters<MutationObserver['observe']>): void {
            counted.observers += 1;
            super.observe(...target);
          }
        };
        Object.assign(window, { counted });
      });
      await visit(html);
      await page.waitForLoadState('networkidle');
      await expectOneButton(page);
      expect(await page.evaluate('counted.observers'), 'only the first copy works').toBe(1);
      expect(await parameters()).toContainEqual(['client_id', 'shop']);
      await expectOneButton(page);
    });
  }

  test('in two copies that do not know of each other', async ({ visit, page, parameters }) => {
    await visit(`${loader()}<script>delete window[Symbol.for('crm-oauth-button')]</script>
      ${loader('', '/cdn/button.min.js')}<main></main>${marker()}`);
    await expectOneButton(page);
    await page.evaluate(() =>
      document.querySelector('main')!.append(document.querySelector('.kommo_oauth')!),
    );
    await expect(page.locator('main > crm-oauth-button + .kommo_oauth')).toHaveCount(1);
    await expectOneButton(page);
    expect(await parameters()).toContainEqual(['state', 'first']);
    await page.evaluate(() => document.querySelector('.kommo_oauth')!.remove());
    await expect(page.locator('crm-oauth-button')).toHaveCount(0);
  });

  test('in the head, before there is a body', async ({ visit, page, site, seen }) => {
    await page.route('**/head', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html><head>${loader()}<script>log.push(['body', document.body])</script></head>
          <body>${marker()}</body></html>`,
      }),
    );
    await visit('');
    await page.goto(`${site.url}/head`);
    await expectOneButton(page);
    expect(await seen()).toEqual([['body', null]]);
  });
});

test.describe('window.onload belongs to the page', () => {
  const onload = `window.onload = () => ${LOG('onload')};`;
  const pages: Record<string, string> = {
    'set before the script': `<script>${onload}</script>${marker('src="/cdn/button.js"')}`,
    'set after the script': `${marker('src="/cdn/button.js"')}<script>${onload}</script>`,
    'set before several copies': `<script>${onload}</script>${marker('src="/cdn/button.js"')}${loader()}`,
    'wrapped after the script': `${marker('src="/cdn/button.js"')}
      <script>{ const before = window.onload; window.onload = (event) => { before?.(event); ${LOG('onload')}; }; }</script>`,
    'set on the body': `${marker('src="/cdn/button.js"')}<script>document.body.setAttribute('onload', "${LOG('onload')}")</script>`,
  };
  for (const [how, html] of Object.entries(pages)) {
    test(`${how}, it runs exactly once`, async ({ visit, page, seen }) => {
      await visit(html);
      await page.waitForLoadState('networkidle');
      expect(await seen()).toEqual([['onload']]);
      await expectOneButton(page);
    });
  }

  for (const call of ['window.onload.call(window, new Event("load"))', 'window.onload(null)', 'onload()']) {
    test(`an app that calls ${call} by hand, each time it adds the script`, async ({ visit, page, seen }) => {
      await visit(`<main></main><script>
        const add = () => {
          const script = document.createElement('script');
          Object.assign(script, { className: 'kommo_oauth', src: '/cdn/button.js' });
          script.dataset.clientId = 'shop';
          script.onload = () => { ${call}; ${LOG('called')}; };
          document.querySelector('main').replaceChildren(script);
        };
        addEventListener('load', () => setTimeout(add));
      </script>`);
      await expect.poll(seen).toEqual([['called']]);
      await expectOneButton(page);
      await page.evaluate('window.onload = null; add()');
      await expect.poll(seen).toEqual([['called'], ['called']]);
      await expectOneButton(page);
    });
  }
});

test.describe('the tag is defined already', () => {
  test('by a class of another kind: nothing breaks', async ({ visit, page, said }) => {
    await visit(`<script>customElements.define('crm-oauth-button', class extends HTMLElement {})</script>
      ${marker('src="/cdn/button.js" data-class-name="mine"')}`);
    await expectOneButton(page);
    const button = page.locator('crm-oauth-button');
    await expect(button).toHaveClass('mine');
    await expect(button).toHaveAttribute('data-client_id', 'shop');
    await button.dispatchEvent('click');
    expect(said).toEqual([]);
  });

  test('by the page’s own bundle: its class serves the markers', async ({
    visit,
    page,
    openConsent,
    seen,
  }) => {
    const { outputFiles } = await build({
      entryPoints: ['dist/index.js'],
      bundle: true,
      write: false,
      format: 'iife',
      logLevel: 'error',
    });
    await page.addInitScript(outputFiles[0]!.text);
    await visit(marker('src="/cdn/button.js" data-error-callback="onRefusal"'));
    await expectOneButton(page);
    const consent = await openConsent();
    const refusal = { client_id: 'shop', error: 'access_denied' };
    await post(consent, refusal);
    await expect.poll(seen).toContainEqual(['onRefusal', refusal]);
    await expect(page.locator('.kommo_oauth')).toHaveAttribute('data-error', 'access_denied');
  });
});

test('both brands on one page, each with its own look, window and query', async ({
  visit,
  page,
  openConsent,
}) => {
  await visit(marker('src="/cdn/button.js"') + marker('src="/cdn/button.min.js"', 'amocrm'));
  await expect(page.locator('crm-oauth-button')).toHaveCount(2);
  for (const [selector, origin] of [
    ['.amocrm-oauth', 'https://www.amocrm.ru'],
    ['.kommo-oauth', 'https://www.kommo.com'],
  ] as const) {
    const consent = await openConsent(selector);
    expect(new URL(consent.url()).origin).toBe(origin);
    await consent.close();
  }
});

test('a form is never submitted, and Enter in a field is no click', async ({
  visit,
  page,
  openConsent,
  seen,
}) => {
  await visit(`<form onsubmit="${LOG('submit')}; return false">
    <input aria-label="Name"><input aria-label="City">
    ${marker('src="/cdn/button.js"')}
  </form>`);
  await page.getByLabel('Name').press('Enter');
  expect(await seen()).toEqual([]);
  await (await openConsent()).close();
  expect((await seen()).flat()).toContain('crm-oauth-start');
  expect((await seen()).flat()).not.toContain('submit');
});

test('a form keeps its own default button', async ({ visit, page, seen }) => {
  await visit(`<form onsubmit="${LOG('submit')}; return false">
    ${marker('src="/cdn/button.js"')}
    <input aria-label="Name"><button>Save</button>
  </form>`);
  await page.getByLabel('Name').press('Enter');
  expect(await seen()).toEqual([['submit']]);
});

test('a marker that is not displayed at first', async ({ visit, page, parameters }) => {
  await visit(`<section hidden>${marker('src="/cdn/button.js"')}</section>`);
  await expect(page.locator('crm-oauth-button')).toBeHidden();
  await page.evaluate(() => document.querySelector('section')!.removeAttribute('hidden'));
  await expect(page.locator('crm-oauth-button')).toBeVisible();
  expect(await parameters()).toContainEqual(['client_id', 'shop']);
});

test('a marker that is moved after load', async ({ visit, page, parameters }) => {
  await visit(`${marker('src="/cdn/button.js"')}<aside></aside><script>
    onload = () => setTimeout(() => {
      document.querySelector('aside').append(document.querySelector('.kommo_oauth'));
    }, 100);
  </script>`);
  await expect(page.locator('aside > crm-oauth-button + .kommo_oauth')).toHaveCount(1);
  await expectOneButton(page);
  expect(await parameters()).toContainEqual(['state', 'first']);
});

test('a state that is set late, and one that is set by the click', async ({ visit, page, parameters }) => {
  await visit(marker('src="/cdn/button.js"'));
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('.kommo_oauth')!.dataset.state = 'late';
  });
  expect(await parameters()).toContainEqual(['state', 'late']);
  await page.reload();
  await page.evaluate(() => {
    const { dataset } = document.querySelector<HTMLElement>('.kommo_oauth')!;
    document.addEventListener('click', () => (dataset.state = 'latest'), true);
  });
  expect(await parameters()).toContainEqual(['state', 'latest']);
});

const EFFECT = `const effect = () => {
  const script = document.createElement('script');
  Object.assign(script, { className: 'kommo_oauth', src: '/cdn/button.js', async: true });
  script.dataset.clientId = 'shop';
  document.querySelector('main').append(script);
  return () => script.remove();
};`;

test('React’s StrictMode, which runs each effect twice', async ({ visit, page }) => {
  await visit(`<main></main><script>${EFFECT} effect()(); effect();</script>`);
  await expectOneButton(page);
  await page.evaluate('effect()(); document.querySelector(".kommo_oauth").remove(); effect()(); effect();');
  await page.waitForLoadState('networkidle');
  await expectOneButton(page);
  await page.evaluate('document.querySelector(".kommo_oauth").remove()');
  await expect(page.locator('crm-oauth-button')).toHaveCount(0);
});

test('a body that is put back from a snapshot, as Turbo does', async ({ visit, page, parameters }) => {
  await visit(`<section>${marker('src="/cdn/button.js"')}</section>`);
  const snapshot = await page.evaluateHandle(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    document.body.replaceWith(document.createElement('body'));
    return copy;
  });
  await expect(page.locator('crm-oauth-button')).toHaveCount(0);
  await snapshot.evaluate((body) => {
    document.body.replaceWith(body);
    for (const inert of body.querySelectorAll('script')) {
      const copy = document.createElement('script');
      for (const { name, value } of inert.attributes) copy.setAttribute(name, value);
      inert.replaceWith(copy);
    }
  });
  await expectOneButton(page);
  await page.waitForLoadState('networkidle');
  await expectOneButton(page);
  expect(await parameters()).toContainEqual(['state', 'first']);
});

test.describe('a strict Content Security Policy', () => {
  const policies: Record<string, string> = {
    'with its own origin': `script-src 'self'`,
    'with a nonce': `script-src 'nonce-r4nd0m' 'strict-dynamic'`,
  };
  for (const [how, scripts] of Object.entries(policies)) {
    test(`${how}, and no Trusted Types policy but Lit’s`, async ({
      page,
      site,
      openConsent,
      seen,
      visit,
      said,
    }) => {
      await visit('');
      const html = marker('nonce="r4nd0m" src="/cdn/button.js" data-error-callback="onRefusal"');
      await page.goto(
        site.page('/strict', html, {
          'Content-Security-Policy': `default-src 'none'; ${scripts}; require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'; form-action 'none'`,
        }),
      );
      const button = page.locator('crm-oauth-button');
      await expect(button).toContainText('Continue with Kommo');
      expect((await button.boundingBox())!.height, 'has its styles').toBe(42);
      const refusal = { client_id: 'shop', error: 'access_denied' };
      const consent = await openConsent();
      await post(consent, refusal);
      await expect.poll(seen).toContainEqual(['onRefusal', refusal]);
      const again = await openConsent();
      await post(again, { url: `${site.url}/callback?code=c&state=first` });
      await page.waitForURL(`${site.url}/callback?**`);
      expect(said, 'no violation').toEqual([]);
    });
  }
});

test('the first button does not wait for the page’s images', async ({ visit, page, site, seen }) => {
  await visit('');
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/slow.png', async (route) => {
    await released;
    await route.abort();
  });
  await page.goto(
    site.page(
      '/slow',
      `<img src="/slow.png" alt=""><script>onload = () => ${LOG('load')};</script>
      ${marker('src="/cdn/button.js"')}
      <script>requestAnimationFrame(() => {
        const button = document.querySelector('crm-oauth-button');
        log.push(['frame', button.shadowRoot.querySelector('button').offsetHeight]);
      });</script>`,
    ),
    { waitUntil: 'commit' },
  );
  await expect.poll(seen).toEqual([['frame', 42]]);
  release();
  await expect.poll(seen).toEqual([['frame', 42], ['load']]);
});
