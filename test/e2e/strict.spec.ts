import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { allow, deny, expect, test as base } from './fixtures.js';

interface Fixtures {
  /** Violations of the policies, of all pages. */
  violations: string[];
}

const test = base.extend<Fixtures>({
  violations: async ({ context }, use) => {
    const violations: string[] = [];
    await context.exposeFunction('onViolation', (text: string) => violations.push(text));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        // Browsers request an icon on their own.
        if (blockedURI.endsWith('/favicon.ico')) return;
        (window as unknown as { onViolation: (text: string) => void }).onViolation(
          `${location.href}: ${effectiveDirective} ${blockedURI} ${sample}`,
        );
      });
    });
    await use(violations);
  },
});

test.describe('under the strictest policy', () => {
  const POLICY = [
    "default-src 'none'",
    "script-src 'nonce-r4nd0m'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  const headers = { 'Content-Security-Policy': POLICY };
  const script = (file: string, more = ''): string =>
    `<script nonce="r4nd0m" src="/cdn/${file}.js" ${more}></script>`;

  const uses: Record<string, (attributes: string) => string> = {
    'the drop-in': (attributes) => script('button', `class="kommo_oauth" ${attributes}`),
    'the element': (attributes) => `${script('button')}<crm-oauth-button ${attributes}></crm-oauth-button>`,
  };
  for (const [use, html] of Object.entries(uses)) {
    test(`${use} draws, opens and succeeds`, async ({
      visit,
      page,
      site,
      sandbox,
      openConsent,
      violations,
    }) => {
      await visit('');
      await page.goto(
        site.page('/strict', html(`data-client-id="shop" data-server="${sandbox.url}"`), headers),
      );
      const button = page.getByRole('button', { name: 'Continue with Kommo' });
      expect((await button.boundingBox())?.height).toBe(42);
      await expect(button).toHaveCSS('background-color', 'rgb(14, 1, 66)');
      await allow(await openConsent());
      await page.waitForURL(`${site.url}/callback?**`);
      expect(violations).toEqual([]);
    });
  }

  test('the messages below the button are drawn', async ({ visit, page, site, violations }) => {
    await visit('');
    const unasked = `<script nonce="r4nd0m">document.querySelector("crm-oauth-button").authorize().catch(() => 0)</script>`;
    const html = `${script('button')}<crm-oauth-button client-id="shop"></crm-oauth-button>${unasked}`;
    await page.goto(site.page('/strict', html, headers));
    await expect(page.getByRole('link', { name: 'Continue in this tab' })).toBeVisible();
    expect(violations).toEqual([]);
  });

  test('the script may be there several times', async ({ visit, page, site, violations }) => {
    await visit('');
    const marker = script('button', 'class="kommo_oauth" data-client-id="shop"');
    await page.goto(site.page('/strict', marker + script('button.min') + marker, headers));
    await expect(page.getByRole('button', { name: 'Continue with Kommo' })).toHaveCount(2);
    expect(violations).toEqual([]);
  });

  test('the redirect page reports, and says when it cannot close', async ({
    visit,
    page,
    site,
    openConsent,
    context,
    violations,
  }) => {
    const redirectUri = site.page('/strict-redirect', script('callback'), headers);
    await visit(`<script src="/cdn/button.js"></script><crm-oauth-button mode="post_message" server="SANDBOX" name="Shop"
      redirect_uri="${redirectUri}" secrets_uri="${site.url}/secrets"></crm-oauth-button>`);
    await deny(await openConsent());
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');

    await page.evaluate(() => localStorage.setItem('crm-oauth:s', 'waiting'));
    const tab = await context.newPage();
    await tab.goto(`${redirectUri}?code=c&state=s`);
    await expect(tab.getByRole('status')).toHaveText('You can close this window.');
    expect(violations).toEqual([]);
  });
});

test.describe('Trusted Types', () => {
  const button = `<script src="/cdn/button.js"></script><crm-oauth-button client-id="shop"></crm-oauth-button>
    <p>The page goes on.</p>`;
  const ownLit = `<script>trustedTypes.createPolicy('lit-html', { createHTML: (html) => html })</script>`;
  const REQUIRED = "require-trusted-types-for 'script'";

  const drawn: Record<string, [policy: string, html: string]> = {
    'need no list': [REQUIRED, button],
    'need Lit’s name in a list': [`${REQUIRED}; trusted-types mine lit-html`, button],
    'need duplicates allowed on a page with a Lit of its own': [
      `${REQUIRED}; trusted-types lit-html 'allow-duplicates'`,
      ownLit + button,
    ],
  };
  for (const [what, [policy, html]] of Object.entries(drawn)) {
    test(what, async ({ visit, page, site, violations }) => {
      await visit('');
      await page.goto(site.page('/typed', html, { 'Content-Security-Policy': policy }));
      await expect(page.getByRole('button', { name: 'Continue with Kommo' })).toBeVisible();
      expect(violations).toEqual([]);
    });
  }

  // The script ends with an error, which the fixture would not let pass.
  const failing = test.extend({ clean: async ({}, use) => use(undefined) });

  const blank: Record<string, [policy: string, html: string]> = {
    'a list without Lit’s name': [`${REQUIRED}; trusted-types mine`, button],
    'an empty list, be nothing required': ["trusted-types 'none'", button],
    'a second Lit where no duplicates are allowed': [`${REQUIRED}; trusted-types lit-html`, ownLit + button],
  };
  for (const [what, [policy, html]] of Object.entries(blank)) {
    failing(`draw nothing under ${what}, and the page goes on`, async ({ visit, page, site, violations }) => {
      await visit('');
      await page.goto(site.page('/typed', html, { 'Content-Security-Policy': policy }));
      await expect(page.getByText('The page goes on.')).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
      expect(violations).toEqual([expect.stringContaining('trusted-types')]);
    });
  }
});

test('in a sandboxed frame without an origin it draws, opens and hears the redirect page', async ({
  visit,
  page,
  site,
  sandbox,
  context,
}) => {
  site.page(
    '/inner',
    `<script src="/cdn/button.js"></script><crm-oauth-button mode="post_message" server="${sandbox.url}" name="Shop"
      redirect_uri="${site.url}/report" secrets_uri="${site.url}/secrets"></crm-oauth-button>`,
  );
  await visit(
    '<iframe sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" src="/inner"></iframe>',
  );
  const button = page.frameLocator('iframe').locator('crm-oauth-button');
  const opened = context.waitForEvent('page');
  await button.click();
  const consent = await opened;
  await expect(button).toHaveJSProperty('status', 'waiting');
  await allow(consent);
  await expect(button).toHaveJSProperty('status', 'authorized');
});

test.describe('without', () => {
  const broken: Record<string, () => void> = {
    BroadcastChannel: () => Reflect.deleteProperty(window, 'BroadcastChannel'),
    'storage, which throws': () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied.', 'SecurityError');
        },
      });
    },
    'room in storage': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      };
    },
    'randomUUID, crypto.subtle and other things of secure contexts': () => {
      Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
      Reflect.deleteProperty(Crypto.prototype, 'subtle');
    },
  };
  for (const [what, breakIt] of Object.entries(broken)) {
    test(what, async ({ visit, page, site, context, openConsent }) => {
      await context.addInitScript(breakIt);
      await visit(`<script src="/cdn/button.js"></script>
        <crm-oauth-button client-id="shop" server="SANDBOX"></crm-oauth-button>`);
      await deny(await openConsent());
      await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
      await allow(await openConsent());
      await page.waitForURL(`${site.url}/callback?**`);
    });
  }
});

test.describe('in Node, without a DOM', () => {
  const node = async (code: string): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
    return stdout.trim();
  };

  const modules = {
    'crm-oauth-button': ['CrmOAuthButton', 'authorize', 'kommo'],
    'crm-oauth-button/element': ['CrmOAuthButton'],
    'crm-oauth-button/consent': ['AuthorizationError', 'authorize', 'kommo', 'amocrm'],
    'crm-oauth-button/callback': ['completeAuthorization', 'reportAuthorization'],
  };
  for (const [name, exported] of Object.entries(modules)) {
    test(`${name} can be imported`, async () => {
      const names = await node(
        `const module = await import('${name}');
        console.log(${JSON.stringify(exported)}.map((name) => typeof module[name]).join(' '));`,
      );
      expect(names).toBe(exported.map(() => 'function').join(' '));
    });
  }

  test('authorize() rejects with an AuthorizationError', async () => {
    const said = await node(
      `import { authorize, kommo } from 'crm-oauth-button/consent';
      const error = await authorize(kommo({ clientId: 'shop' })).catch((error) => error);
      console.log(error.name, error.kind, error.clientId);`,
    );
    expect(said).toBe('AuthorizationError client shop');
  });
});
