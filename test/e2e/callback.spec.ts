import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures.js';

/** A message and its channel. */
interface Received {
  readonly over: 'opener' | 'BroadcastChannel' | 'storage';
  readonly data: unknown;
  readonly origin?: string;
}

interface Fixtures {
  /** Opens the page that waits for a report on the attempt with the state `s`. */
  wait: (origin?: string) => Promise<void>;
  /** Messages that the page has received. */
  received: () => Promise<Received[]>;
  /** Opens a URL in a window of that page. */
  openWindow: (url: string, features?: string) => Promise<Page>;
}

const test = base.extend<Fixtures>({
  wait: async ({ page, site }, use) => {
    const path = '/waits';
    site.page(path, '');
    await use(async (origin = site.url) => {
      await page.goto(origin + path);
      await page.evaluate(() => {
        const log: unknown[] = [];
        Object.assign(window, { log });
        addEventListener('message', ({ data, origin }: MessageEvent<unknown>) =>
          log.push({ over: 'opener', data, origin }),
        );
        addEventListener('storage', ({ key, newValue }) => {
          if (key === 'crm-oauth:s' && newValue)
            log.push({ over: 'storage', data: JSON.parse(newValue) as unknown });
        });
        new BroadcastChannel('crm-oauth:s').onmessage = ({ data }: MessageEvent<unknown>) =>
          log.push({ over: 'BroadcastChannel', data });
      });
    });
  },

  received: ({ page }, use) => use(() => page.evaluate(() => (window as unknown as { log: Received[] }).log)),

  openWindow: ({ page, context }, use) =>
    use(async (url, features) => {
      const opened = context.waitForEvent('page');
      await page.evaluate(([href, how]) => void open(href, '_blank', how), [url, features] as const);
      return opened;
    }),
});

const CALLBACK = '<script src="/cdn/callback.js"></script>';
const REPORT = {
  type: 'authorization_response',
  response: { code: 'c', state: 's' },
  // The page's own address, without the response.
  redirect_uri: expect.stringMatching(/^http:\/\/(localhost|127\.0\.0\.1):\d+\/[\w/]*(\.html)?$/),
};

/** Items in the origin's storage from an attempt under way, or from a past one. */
const store = (page: Page, items: Record<string, string>): Promise<void> =>
  page.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, items);
const WAITING = { 'crm-oauth:s': 'waiting' };
/** A transaction that ends on a redirect page of its own, or went on there some time ago in ms. */
const kept = (state: string, age = 0, more: object = {}): Record<string, string> => ({
  [`crm-oauth-kept:${state}`]: JSON.stringify({ state, time: Date.now() - age, ...more }),
});

const closed = async (popup: Page): Promise<void> => {
  if (!popup.isClosed()) await popup.waitForEvent('close');
};

test.describe('the redirect page reports', () => {
  test.beforeEach(({ site }) => {
    site.page('/redirect', CALLBACK);
  });

  test('to its opener, and closes', async ({ wait, openWindow, received, site }) => {
    await wait();
    const popup = await openWindow(`${site.url}/redirect?code=c&state=s`);
    await closed(popup);
    expect(await received()).toContainEqual({ over: 'opener', data: REPORT, origin: site.url });
  });

  test('an error just so', async ({ wait, openWindow, received, site }) => {
    await wait();
    await closed(await openWindow(`${site.url}/redirect?error=access_denied&state=s&client_id=shop`));
    expect(await received()).toContainEqual({
      over: 'opener',
      data: { ...REPORT, response: { error: 'access_denied', state: 's', client_id: 'shop' } },
      origin: site.url,
    });
  });

  test('over BroadcastChannel and storage when it has no opener', async ({
    wait,
    openWindow,
    received,
    page,
    site,
  }) => {
    await wait();
    await store(page, WAITING);
    await openWindow(`${site.url}/redirect?code=c&state=s`, 'noopener');
    await expect.poll(received).toHaveLength(2);
    expect(await received()).toEqual(
      expect.arrayContaining([
        { over: 'BroadcastChannel', data: REPORT },
        { over: 'storage', data: REPORT },
      ]),
    );
    expect(await page.evaluate(() => localStorage.length), 'the report does not stay in storage').toBe(0);
  });

  test('over storage alone where there is no BroadcastChannel', async ({
    wait,
    openWindow,
    received,
    page,
    context,
    site,
  }) => {
    await wait();
    await store(page, WAITING);
    await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
    await openWindow(`${site.url}/redirect?code=c&state=s`, 'noopener');
    await expect.poll(received).toEqual([{ over: 'storage', data: REPORT }]);
  });

  const broken: Record<string, () => void> = {
    'storage that throws': () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied.', 'SecurityError');
        },
      });
    },
    'a BroadcastChannel that throws': () => {
      Object.assign(window, {
        BroadcastChannel: function () {
          throw new DOMException('Denied.', 'SecurityError');
        },
      });
    },
  };
  for (const [what, breakIt] of Object.entries(broken)) {
    test(`to its opener with ${what}, and closes`, async ({ wait, openWindow, received, context, site }) => {
      await wait();
      await context.addInitScript(breakIt);
      await closed(await openWindow(`${site.url}/redirect?code=c&state=s`));
      expect(await received()).toContainEqual({ over: 'opener', data: REPORT, origin: site.url });
    });
  }

  test('once the URL is cleared, and not before', async ({ wait, openWindow, context, page, site }) => {
    await wait();
    await store(page, WAITING);
    await context.addInitScript(() => {
      const urls: string[] = [];
      Object.assign(window, { urls, close: () => undefined });
      const note = <T extends object>(owner: T, name: keyof T): void => {
        const original = owner[name] as (...args: unknown[]) => unknown;
        Object.assign(owner, {
          [name](this: unknown, ...args: unknown[]) {
            urls.push(location.href);
            return original.apply(this, args);
          },
        });
      };
      if (opener) note(opener as Window, 'postMessage');
      note(BroadcastChannel.prototype, 'postMessage');
      note(Storage.prototype, 'setItem');
    });
    const popup = await openWindow(`${site.url}/redirect?code=c&state=s#fragment`);
    const urls = (): Promise<unknown> => popup.evaluate(() => (window as unknown as { urls: string[] }).urls);
    await expect.poll(urls).toEqual(Array(3).fill(`${site.url}/redirect`));
    expect(await popup.evaluate(() => history.length)).toBe(1);
  });

  test('though an earlier attempt has left the same state behind', async ({
    wait,
    openWindow,
    received,
    page,
    site,
  }) => {
    await wait();
    await store(page, { ...WAITING, ...kept('s') });
    await closed(await openWindow(`${site.url}/redirect?code=c&state=s`));
    expect(await received()).toContainEqual({ over: 'opener', data: REPORT, origin: site.url });
  });

  test('past an image and a form that are called like what the script asks the document for', async ({
    wait,
    openWindow,
    received,
    site,
  }) => {
    site.page(
      '/clobbered',
      `<img name="currentScript" data-target-origin="https://evil.example"><form name="body"></form>
       <script src="/cdn/callback.js"></script>`,
    );
    await wait();
    await closed(await openWindow(`${site.url}/clobbered?code=c&state=s`));
    expect(await received()).toContainEqual({ over: 'opener', data: REPORT, origin: site.url });
  });

  test('though Object.prototype was given another target', async ({ wait, openWindow, received, site }) => {
    const pollute = `Object.prototype.targetOrigin = 'https://evil.example'`;
    site.page('/polluted', `<script>${pollute}</script><script src="/cdn/callback.js"></script>`);
    await wait();
    await closed(await openWindow(`${site.url}/polluted?code=c&state=s`));
    expect(await received()).toContainEqual({ over: 'opener', data: REPORT, origin: site.url });
  });

  test('on a page whose base is elsewhere', async ({ wait, openWindow, received, site }) => {
    site.page(
      '/based',
      `<base href="https://cdn.example/"><script src="${site.url}/cdn/callback.js"></script>`,
    );
    await wait();
    await closed(await openWindow(`${site.url}/based?code=c&state=s`));
    expect(await received()).toContainEqual({ over: 'opener', data: REPORT, origin: site.url });
  });
});

test.describe('the exact origin', () => {
  const other = (url: string): string => url.replace('localhost', '127.0.0.1');

  test('is the page’s own by default: an opener elsewhere gets nothing', async ({
    wait,
    openWindow,
    received,
    site,
  }) => {
    site.page('/redirect', CALLBACK);
    await wait(other(site.url));
    await closed(await openWindow(`${site.url}/redirect?code=c&state=s`));
    expect(await received()).toEqual([]);
  });

  test('can be named, and then it is the only one', async ({
    wait,
    openWindow,
    received,
    page,
    context,
    site,
  }) => {
    site.page('/redirect', CALLBACK.replace(' ', ` data-target-origin="${other(site.url)}" `));
    await wait(other(site.url));
    await closed(await openWindow(`${site.url}/redirect?code=c&state=s`));
    expect(await received()).toEqual([{ over: 'opener', data: REPORT, origin: site.url }]);

    await wait();
    await store(page, WAITING);
    await closed(await openWindow(`${site.url}/redirect?code=c&state=s`));
    expect(await received()).toEqual([]);
    expect(context.pages()).toHaveLength(1);
  });

  test('may be written with a slash at its end', async ({ wait, openWindow, received, page, site }) => {
    site.page('/redirect', CALLBACK.replace(' ', ` data-target-origin="${site.url}/" `));
    await wait();
    await store(page, WAITING);
    await openWindow(`${site.url}/redirect?code=c&state=s`, 'noopener');
    await expect.poll(received).toContainEqual({ over: 'BroadcastChannel', data: REPORT });
  });

  for (const targetOrigin of ['*', '/', '', 'shop.example', 'null']) {
    test(`is never ${JSON.stringify(targetOrigin)}`, async ({ wait, openWindow, received, site }) => {
      site.page(
        '/redirect',
        `<script type="module">
          import { reportAuthorization } from '/dist/callback.js';
          try {
            reportAuthorization({ targetOrigin: ${JSON.stringify(targetOrigin)} });
          } catch (error) {
            document.title = error.name + location.search;
          }
        </script>`,
      );
      await wait();
      const popup = await openWindow(`${site.url}/redirect?code=c&state=s`);
      await expect(popup).toHaveTitle('TypeError');
      expect(await received()).toEqual([]);
    });
  }
});

test.describe('a window that cannot close says so', () => {
  const texts = {
    'en-GB': 'You can close this window.',
    es: 'Puedes cerrar esta ventana.',
    id: 'Anda dapat menutup jendela ini.',
    'pt-BR': 'Você pode fechar esta janela.',
    ru: 'Это окно можно закрыть.',
    fr: 'You can close this window.',
  };
  for (const [locale, text] of Object.entries(texts)) {
    test.describe(locale, () => {
      test.use({ locale });

      test(text, async ({ wait, page, context, site }) => {
        site.page('/redirect', CALLBACK);
        await wait();
        await store(page, WAITING);
        // Scripts cannot close a tab that a person opened.
        const tab = await context.newPage();
        await tab.goto(`${site.url}/callback`);
        await tab.goto(`${site.url}/redirect?code=c&state=s`);
        await expect(tab.getByRole('status')).toHaveText(text);
      });
    });
  }
});

test.describe('after a redirect', () => {
  test.beforeEach(async ({ site, wait, page }) => {
    site.page('/redirect', CALLBACK);
    site.page('/shop', '');
    await wait();
    await page.evaluate(() => sessionStorage.clear());
  });
  const more = (site: { url: string }): object => ({ provider: 'kommo', returnTo: `${site.url}/shop` });
  const handedOver = (page: Page): Promise<Record<string, unknown> | null> =>
    page.evaluate(
      () =>
        JSON.parse(sessionStorage.getItem('crm-oauth-returned') ?? 'null') as Record<string, unknown> | null,
    );

  test('the page goes back, and takes the response along', async ({ page, site }) => {
    await store(page, kept('s', 0, { ...more(site), codeVerifier: 'v' }));
    await page.goto(`${site.url}/redirect?code=c&state=s`);
    await page.waitForURL(`${site.url}/shop`);
    expect(await handedOver(page)).toMatchObject({
      provider: 'kommo',
      codeVerifier: 'v',
      url: `${site.url}/redirect?code=c&state=s`,
    });
    expect(await page.evaluate(() => localStorage.length), 'for one use').toBe(0);
  });

  for (const [minutes, goes] of [
    [19, true],
    [20, false],
  ] as const) {
    test(`it does so within 20 minutes: after ${minutes}`, async ({ page, site }) => {
      await store(page, kept('s', minutes * 60_000, more(site)));
      const url = `${site.url}/redirect?code=c&state=s`;
      await page.goto(url);
      if (goes) await page.waitForURL(`${site.url}/shop`);
      else await page.waitForTimeout(500);
      expect(page.url()).toBe(goes ? `${site.url}/shop` : url);
    });
  }

  test('it does so once', async ({ page, site }) => {
    await store(page, kept('s', 0, more(site)));
    const url = `${site.url}/redirect?code=c&state=s`;
    await page.goto(url);
    await page.waitForURL(`${site.url}/shop`);
    await page.goto(url);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(url);
  });

  test('it goes nowhere with another state', async ({ page, site }) => {
    await store(page, kept('s', 0, more(site)));
    const url = `${site.url}/redirect?code=planted&state=t`;
    await page.goto(url);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(url);
    expect(await handedOver(page)).toBe(null);
  });

  test('a window that an attempt waits for reports all the same', async ({
    page,
    openWindow,
    received,
    site,
  }) => {
    await store(page, { ...kept('s', 0, more(site)), ...WAITING });
    await closed(await openWindow(`${site.url}/redirect?code=c&state=s`));
    expect(await received()).toContainEqual({ over: 'opener', data: REPORT, origin: site.url });
  });
});

test.describe('the redirect page does nothing', () => {
  test.beforeEach(({ site }) => {
    site.page('/redirect', CALLBACK);
  });

  const expectUntouched = async (window: Page, url: string): Promise<void> => {
    // Longer than the script takes to close a window of ours, or to say that it cannot.
    await window.waitForTimeout(500);
    expect(window.isClosed()).toBe(false);
    expect(window.url()).toBe(url);
    await expect(window.getByRole('status')).toHaveCount(0);
  };

  test('in the main window', async ({ wait, received, page, context, site }) => {
    await wait();
    await store(page, kept('s'));
    const main = await context.newPage();
    const url = `${site.url}/redirect?code=c&state=s`;
    await main.goto(url);
    await expectUntouched(main, url);
    expect(await received()).toEqual([]);
  });

  test('in the main window that another page has opened', async ({
    wait,
    openWindow,
    received,
    page,
    site,
  }) => {
    await wait();
    await store(page, kept('s'));
    const url = `${site.url}/redirect?code=c&state=s`;
    await expectUntouched(await openWindow(url), url);
    expect(await received()).toEqual([]);
  });

  test('in a tab that no attempt waits for', async ({ wait, openWindow, received, page, site }) => {
    await wait();
    await store(page, { 'crm-oauth:other': 'waiting' });
    const url = `${site.url}/redirect?code=c&state=s`;
    await expectUntouched(await openWindow(url, 'noopener'), url);
    expect(await received()).toEqual([]);
  });

  for (const query of [
    '',
    '?code=c',
    '?state=s',
    '?code=&state=s',
    '?code=c&state=',
    '?error=&state=s',
    '#code=c&state=s',
    '?code=a&code=c&state=s',
    '?code=c&state=x&state=s',
  ]) {
    test(`without a response: ${query || 'no query'}`, async ({ wait, openWindow, received, site }) => {
      await wait();
      const url = `${site.url}/redirect${query}`;
      await expectUntouched(await openWindow(url), url);
      expect(await received()).toEqual([]);
    });
  }
});

test.describe('a hostile query', () => {
  const queries: Record<string, Record<string, string>> = {
    'tag=a&tag=b&code=c&state=s': { tag: 'b', code: 'c', state: 's' },
    'code=c&state=s&__proto__=x&constructor=y&toString=z': {
      code: 'c',
      state: 's',
      ['__proto__']: 'x',
      constructor: 'y',
      toString: 'z',
    },
    'code=c&state=s&response=x&type=y&__proto__[url]=z': {
      code: 'c',
      state: 's',
      response: 'x',
      type: 'y',
      '__proto__[url]': 'z',
    },
    'code=%3Cscript%3Ealert(1)%3C/script%3E&state=s': { code: '<script>alert(1)</script>', state: 's' },
    'code=%FF%00%ED%A0%80&state=s': { code: '\uFFFD\0\uFFFD\uFFFD\uFFFD', state: 's' },
    [`code=${'c'.repeat(8000)}&state=s`]: { code: 'c'.repeat(8000), state: 's' },
    [`code=c&state=s&${Array.from({ length: 500 }, (_, i) => `n${i}=${i}`).join('&')}`]: {
      code: 'c',
      state: 's',
      ...Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`n${i}`, String(i)])),
    },
  };
  for (const [query, response] of Object.entries(queries)) {
    test(`is text and no more: ${query.slice(0, 60)}`, async ({ wait, openWindow, page, site }) => {
      site.page('/redirect', CALLBACK);
      await wait();
      await closed(await openWindow(`${site.url}/redirect?${query}`));
      // As entries, because a property named __proto__ is lost on the way out of the browser.
      const entries = await page.evaluate(() => {
        const [first] = (window as unknown as { log: { data: { response: object } }[] }).log;
        return Object.entries(first!.data.response);
      });
      expect(new Map(entries)).toEqual(new Map(Object.entries(response)));
    });
  }
});

test.describe('completeAuthorization()', () => {
  const COMPLETE = `<script type="module">
    import { AuthorizationError } from '/dist/consent.js';
    import { completeAuthorization } from '/dist/callback.js';
    window.complete = (options) => {
      try {
        return completeAuthorization(options) ?? 'nothing';
      } catch (error) {
        const { code, kind, clientId, description, cause } = error;
        return { isOurs: error instanceof AuthorizationError, code, kind, clientId, description, cause };
      }
    };
    history.replaceState({ kept: true }, '');
    document.title = 'Ready';
  </script>`;

  const complete = async (
    page: Page,
    url: string,
    state?: string,
    options?: object,
    age?: number,
  ): Promise<unknown> => {
    await page.goto(new URL('/waits', url).href);
    if (state !== undefined) await store(page, kept(state, age));
    await page.goto(url);
    await expect(page).toHaveTitle('Ready');
    return page.evaluate(
      (given) => (window as unknown as { complete: (options?: object) => unknown }).complete(given),
      options,
    );
  };

  test.beforeEach(({ site }) => {
    site.page('/waits', '');
    site.page('/complete', COMPLETE);
  });

  test('gives the response to the state that was kept', async ({ page, site }) => {
    const url = `${site.url}/complete?code=c&state=s&referer=acme.kommo.com&client_id=shop`;
    expect(await complete(page, url, 's')).toEqual({
      code: 'c',
      state: 's',
      referer: 'acme.kommo.com',
      url,
      params: { code: 'c', state: 's', referer: 'acme.kommo.com', client_id: 'shop' },
      data: undefined,
      codeVerifier: undefined,
    });
  });

  test('clears the URL of the response, and of nothing else', async ({ page, site }) => {
    const own = 'tab=crm&next=%2Forders';
    const theirs =
      'code=c&state=s&referer=r&client_id=i&from_widget=1&iss=https%3A%2F%2Fid.example&error_description=d';
    await complete(page, `${site.url}/complete?${own}&${theirs}#orders`, 's');
    expect(page.url()).toBe(`${site.url}/complete?${own}#orders`);
    expect(await page.evaluate(() => history.state as unknown)).toEqual({ kept: true });
  });

  test('works once', async ({ page, site }) => {
    const url = `${site.url}/complete?code=c&state=s`;
    expect(await complete(page, url, 's')).toMatchObject({ code: 'c' });
    expect(await complete(page, url)).toMatchObject({ isOurs: true, code: 'state_mismatch', kind: 'client' });
  });

  const mismatches: Record<string, string | undefined> = {
    another: 'other',
    none: undefined,
    'an empty one': '',
  };
  for (const [what, state] of Object.entries(mismatches)) {
    test(`is state_mismatch when the state that was kept is ${what}`, async ({ page, site }) => {
      const outcome = await complete(page, `${site.url}/complete?code=c&state=s`, state);
      expect(outcome).toMatchObject({ isOurs: true, code: 'state_mismatch', kind: 'client' });
      expect(page.url(), 'cleared all the same').toBe(`${site.url}/complete`);
      const items = state === undefined ? [] : Object.keys(kept(state));
      expect(await page.evaluate(() => Object.keys(localStorage)), 'another tab’s own').toEqual(items);
    });
  }

  const MINUTE = 60_000;
  for (const [minutes, outcome] of [
    [19, { code: 'c' }],
    [20, { code: 'state_mismatch', kind: 'client' }],
    [-1, { code: 'state_mismatch', kind: 'client' }],
  ] as const) {
    test(`expects the response within 20 minutes: after ${minutes}`, async ({ page, site }) => {
      const url = `${site.url}/complete?code=c&state=s`;
      expect(await complete(page, url, 's', undefined, minutes * MINUTE)).toMatchObject(outcome);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  }

  test('takes no issuer that Object.prototype was given', async ({ page, site }) => {
    await page.addInitScript(() => Object.assign(Object.prototype, { issuer: 'https://evil.example' }));
    const url = `${site.url}/complete?code=c&state=s`;
    expect(await complete(page, url, 's', {})).toMatchObject({ code: 'c' });
  });

  test('throws the provider’s error', async ({ page, site }) => {
    const url = `${site.url}/complete?error=access_denied&error_description=No&state=s&client_id=shop`;
    expect(await complete(page, url, 's')).toMatchObject({
      isOurs: true,
      code: 'access_denied',
      kind: 'provider',
      description: 'No',
    });
    expect(page.url()).toBe(`${site.url}/complete`);
  });

  test('an error with another state is no error of the provider’s', async ({ page, site }) => {
    const url = `${site.url}/complete?error=access_denied&state=x`;
    expect(await complete(page, url, 's')).toMatchObject({ code: 'state_mismatch', kind: 'client' });
  });

  const issuers = [
    ['https://id.example', { code: 'c' }],
    ['https://evil.example', { isOurs: true, code: 'issuer_mismatch', kind: 'client' }],
  ] as const;
  for (const [iss, expected] of issuers) {
    test(`compares the issuer: ${iss}`, async ({ page, site }) => {
      const url = `${site.url}/complete?code=c&state=s&iss=${encodeURIComponent(iss)}`;
      expect(await complete(page, url, 's', { issuer: 'https://id.example' })).toMatchObject(expected);
    });
  }

  const REPEATED = [
    'code=c&code=d&state=s',
    'code=c&state=s&state=s',
    'error=e&error=e&state=s',
    'code=c&state=s&iss=a&iss=b',
  ];
  for (const query of ['', '?tab=crm', '?code=c', '?state=s', ...REPEATED.map((query) => `?${query}`)]) {
    test(`gives nothing and keeps the state on a page without a response: ${query}`, async ({
      page,
      site,
    }) => {
      const url = `${site.url}/complete${query}`;
      expect(await complete(page, url, 's')).toBe('nothing');
      expect(page.url()).toBe(url);
      expect(await page.evaluate(() => localStorage.getItem('crm-oauth-kept:s'))).toContain('"s"');
    });
  }
});
