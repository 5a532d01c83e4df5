import type { Page } from '@playwright/test';
import { allow, deny, expect, test as base, windows } from './fixtures.js';

interface Fixtures {
  /**
   * Whether the page has the focus. An automated Chromium gives it to every page, even to one whose window is behind
   * another, so the tests set it here.
   */
  focus: (isHere: boolean) => Promise<void>;
  /** Expects the status of the button. */
  expectStatus: (status: string) => Promise<void>;
  /** Expects the focus on the button itself, not on the line below it. */
  expectFocus: () => Promise<void>;
  /** Visits a page with one button for an integration whose redirect page is `html`. */
  visitShop: (html?: string, attributes?: string, rest?: string) => Promise<void>;
}

const test = base.extend<Fixtures>({
  focus: ({ page }, use) =>
    use((isHere) =>
      page.evaluate((has) => {
        Object.defineProperty(Document.prototype, 'hasFocus', { value: () => has, configurable: true });
      }, isHere),
    ),

  expectStatus: ({ page }, use) =>
    use((status) => expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', status)),

  expectFocus: ({ page }, use) =>
    use(() =>
      expect
        .poll(() =>
          page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part')),
        )
        .toBe('button'),
    ),

  visitShop: ({ visit, site }, use) =>
    use((html = '', attributes = '', rest = '') => {
      const redirectUri = site.page('/redirect', html);
      return visit(`<script src="/cdn/button.js"></script>
        <crm-oauth-button server="SANDBOX" name="Shop" redirect_uri="${redirectUri}"
          secrets_uri="${site.url}/secrets" ${attributes}></crm-oauth-button>${rest}`);
    }),
});

const CALLBACK = '<script src="/cdn/callback.js"></script>';

const closed = async (popup: Page): Promise<void> => {
  if (!popup.isClosed()) await popup.waitForEvent('close');
};

test.describe('a consent page that cuts its tie (Cross-Origin-Opener-Policy)', () => {
  for (const mode of ['popup', 'post_message']) {
    test(`allow in ${mode} mode`, async ({ visitShop, sandbox, focus, openConsent, expectStatus, seen }) => {
      await visitShop(CALLBACK, `mode="${mode}"`);
      sandbox.behave({ coop: 'same-origin' });
      await focus(false);
      const consent = await openConsent();
      await expectStatus('detached');
      await allow(consent);
      await expectStatus('authorized');
      const [, response] = (await seen()).find(([what]) => what === 'crm-oauth-success')!;
      expect(response).toMatchObject({ code: expect.stringMatching(/.{16}/), referer: 'acme.kommo.com' });
    });

    test(`deny in ${mode} mode`, async ({ visitShop, sandbox, focus, openConsent, expectStatus, seen }) => {
      await visitShop(CALLBACK, `mode="${mode}"`);
      sandbox.behave({ coop: 'same-origin' });
      await focus(false);
      const consent = await openConsent();
      await expectStatus('detached');
      await deny(consent);
      await expectStatus('denied');
      expect(await seen()).toContainEqual([
        'crm-oauth-error',
        expect.objectContaining({ code: 'access_denied', kind: 'provider' }),
      ]);
    });
  }

  test.describe('and is closed by the visitor', () => {
    test.beforeEach(async ({ visitShop, sandbox, focus, openConsent, expectStatus }) => {
      await visitShop(CALLBACK);
      sandbox.behave({ coop: 'same-origin' });
      await focus(false);
      const consent = await openConsent();
      await expectStatus('detached');
      await consent.close();
    });

    for (const key of ['Enter', 'Space']) {
      test(`can be cancelled by ${key}; the focus is back on the button`, async ({
        page,
        expectStatus,
        expectFocus,
        seen,
      }) => {
        await expectStatus('detached');
        await page.getByRole('button', { name: 'Cancel' }).focus();
        await page.keyboard.press(key);
        await expectStatus('idle');
        await expectFocus();
        await expect(page.getByText('Finish in the other window')).toBeHidden();
        expect(await seen()).toContainEqual([
          'crm-oauth-error',
          expect.objectContaining({ code: 'aborted', kind: 'client' }),
        ]);
      });
    }

    test('can be opened again, and then told to be closed', async ({
      page,
      sandbox,
      focus,
      context,
      seen,
      expectStatus,
      expectFocus,
    }) => {
      sandbox.behave({ coop: undefined });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'Open again' }).click();
      const again = await opened;
      await expectStatus('waiting');
      const [[, started]] = (await seen()) as [[string, { url: string }]];
      expect(again.url()).toBe(started.url);
      await focus(true);
      await again.close();
      await expectStatus('idle');
      await expectFocus();
    });

    test('can be opened again and allowed', async ({ page, sandbox, context, site }) => {
      sandbox.behave({ coop: undefined });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'Open again' }).click();
      await allow(await opened);
      await page.waitForURL(`${site.url}/redirect?**`);
    });
  });
});

test.describe('a blocked window', () => {
  const COMPLETE = `<script type="module">
    import { completeAuthorization } from '/dist/callback.js';
    document.title = JSON.stringify(completeAuthorization());
  </script>`;

  /** A script that no click has started, so the browser blocks its windows. */
  const UNASKED = '<script>document.querySelector("crm-oauth-button").authorize().catch(() => 0)</script>';

  test('leaves a link, and the redirect page completes in the same tab', async ({
    visitShop,
    page,
    context,
    seen,
    site,
    expectStatus,
  }) => {
    await visitShop(COMPLETE, '', UNASKED);
    const shop = page.url();
    await expectStatus('blocked');
    const [[, started]] = (await seen()) as [[string, { url: string; state: string }]];
    expect(await seen()).toContainEqual([
      'crm-oauth-error',
      expect.objectContaining({ code: 'popup_blocked', kind: 'client' }),
    ]);

    await page.locator('crm-oauth-button a[part="action"]').click();
    await page.locator('button[value="allow"]').click();
    await page.waitForURL(`${site.url}/redirect`);
    expect(windows(context)).toBe(1);
    expect(JSON.parse(await page.title())).toMatchObject({
      code: expect.stringMatching(/.{16}/),
      state: started.state,
      referer: 'acme.kommo.com',
      returnTo: shop,
    });
  });
});

test.describe('the page with the button', () => {
  const leave: Record<string, (page: Page, elsewhere: string) => Promise<unknown>> = {
    'is loaded again': (page) => page.reload(),
    'goes elsewhere': (page, elsewhere) => page.goto(elsewhere),
    'is closed': (page) => page.close(),
  };
  for (const [how, go] of Object.entries(leave)) {
    test(`${how}: the window closes`, async ({ visitShop, openConsent, page, site }) => {
      await visitShop();
      const consent = await openConsent();
      await go(page, `${site.url}/callback`);
      await closed(consent);
    });
  }

  test('comes back as it was left, with the attempt ended', async ({
    visitShop,
    openConsent,
    expectStatus,
    page,
    seen,
  }) => {
    await visitShop();
    const consent = await openConsent();
    await page.evaluate(() => {
      for (const type of ['pagehide', 'pageshow']) {
        dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
      }
    });
    await expectStatus('idle');
    await closed(consent);
    await expect(page.locator('crm-oauth-button button')).not.toHaveAttribute('aria-busy');
    expect(await seen()).toContainEqual(['crm-oauth-error', expect.objectContaining({ code: 'aborted' })]);
  });
});

test.describe('the element during an attempt', () => {
  const moves: Record<string, () => void> = {
    'is moved': () => {
      document.body.prepend(document.querySelector('crm-oauth-button')!);
    },
    'goes into another shadow tree': () => {
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).append(document.querySelector('crm-oauth-button')!);
    },
    'is adopted by a frame’s document and comes back': () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const button = document.querySelector('crm-oauth-button')!;
      frame.contentDocument!.body.append(button);
      document.body.append(button);
    },
    'is removed': () => document.querySelector('crm-oauth-button')!.remove(),
  };
  for (const [how, move] of Object.entries(moves)) {
    test(`${how}: the attempt goes on to its one outcome`, async ({ visitShop, openConsent, page }) => {
      await visitShop();
      const consent = await openConsent();
      await page.evaluate(() => {
        const codes: string[] = [];
        const element = document.querySelector('crm-oauth-button')!;
        Object.assign(window, { codes, element });
        element.addEventListener('crm-oauth-error', ({ error }) => codes.push(error.code));
      });
      await page.evaluate(move);
      await page.waitForTimeout(300);
      expect(consent.isClosed()).toBe(false);
      await deny(consent);
      const told = (): Promise<unknown> =>
        page.evaluate(() => {
          const { codes, element } = window as unknown as { codes: string[]; element: { status: string } };
          return [...codes, element.status];
        });
      await expect.poll(told).toEqual(['access_denied', 'denied']);
    });
  }
});

test.describe('one window', () => {
  test('for a double click', async ({ visitShop, page, context }) => {
    await visitShop();
    const opened = context.waitForEvent('page');
    await page.locator('crm-oauth-button').dblclick();
    await opened;
    await page.waitForTimeout(300);
    expect(windows(context)).toBe(2);
  });

  for (const type of ['crm-oauth-start', 'crm-oauth-statuschange']) {
    test(`for a listener of ${type} that authorizes as well`, async ({
      visitShop,
      page,
      context,
      openConsent,
    }) => {
      await visitShop();
      await page.evaluate((name) => {
        const button = document.querySelector('crm-oauth-button')!;
        button.addEventListener(name, () => {
          button.authorize().catch(() => undefined);
        });
      }, type);
      await openConsent();
      await page.waitForTimeout(300);
      expect(windows(context)).toBe(2);
    });
  }

  test('none for a listener of crm-oauth-start that cancels', async ({ visitShop, page, context, seen }) => {
    await visitShop();
    await page.evaluate(() => {
      const button = document.querySelector('crm-oauth-button')!;
      button.addEventListener('crm-oauth-start', () => button.cancel());
    });
    await page.locator('crm-oauth-button').click();
    await expect
      .poll(seen)
      .toContainEqual(['crm-oauth-error', expect.objectContaining({ code: 'aborted', kind: 'client' })]);
    await page.waitForTimeout(300);
    expect(windows(context)).toBe(1);
  });

  for (const key of ['Enter', 'Space']) {
    test(`for the key ${key}; the focus stays on the button after it closed`, async ({
      visitShop,
      page,
      context,
      expectStatus,
      expectFocus,
    }) => {
      await visitShop();
      await page.keyboard.press('Tab');
      await expectFocus();
      const opened = context.waitForEvent('page');
      await page.keyboard.press(key);
      const consent = await opened;
      await expectStatus('waiting');
      await consent.close();
      await expectStatus('idle');
      await expectFocus();
    });
  }

  test('for each of two tabs, which do not hear each other', async ({
    visitShop,
    openConsent,
    context,
    page,
    site,
  }) => {
    await visitShop(CALLBACK);
    const first = await openConsent();
    const tab = await context.newPage();
    await tab.goto(`${site.url}/`);
    const opened = context.waitForEvent('page');
    await tab.locator('crm-oauth-button').click();
    await deny(await opened);
    await expect(tab.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'waiting');
    await deny(first);
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
  });
});

test('a slow consent page is waited for', async ({ visitShop, sandbox, openConsent, expectStatus }) => {
  await visitShop();
  sandbox.behave({ delay: 1500 });
  const consent = await openConsent();
  await expectStatus('waiting');
  await deny(consent);
  await expectStatus('denied');
});

test('an offline consent page can be closed', async ({
  visitShop,
  sandbox,
  page,
  context,
  expectStatus,
  seen,
}) => {
  await visitShop();
  sandbox.behave({ offline: true });
  const opened = context.waitForEvent('page');
  await page.locator('crm-oauth-button').click();
  const consent = await opened;
  await page.waitForTimeout(500);
  await expectStatus('waiting');
  await consent.close();
  await expectStatus('idle');
  expect(await seen()).toContainEqual([
    'crm-oauth-error',
    expect.objectContaining({ code: 'popup_closed', kind: 'client' }),
  ]);
});

test('a page that calls authorize() and catches nothing has an unhandled rejection', async ({
  visitShop,
  page,
  openConsent,
}) => {
  await visitShop();
  const unhandled = await page.evaluateHandle(() => {
    const button = document.querySelector('crm-oauth-button')!;
    button.addEventListener('crm-oauth-request', (event) => {
      event.preventDefault();
      void button.authorize();
    });
    const codes: unknown[] = [];
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      codes.push((event.reason as { code: unknown }).code);
    });
    return codes;
  });
  await openConsent();
  await page.evaluate(() => document.querySelector('crm-oauth-button')!.cancel());
  await expect.poll(() => unhandled.jsonValue()).toEqual(['aborted']);
});
