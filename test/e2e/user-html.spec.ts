import { expect, type Page } from '@playwright/test';
import { post, test } from '../fixtures/vendor.js';

/** A comment that a sanitizer has let through, on a page that has the script for buttons of its own. */
const COMMENT = `<p>Nice!</p><div class="kommo_oauth" data-client-id="evil" data-server="https://integrator.example"
  data-redirect_uri="https://integrator.example/redirect" data-allowed-origins="https://integrator.example"
  data-mode="post_message" data-error-callback="onRefusal"></div>`;
const REFUSED = ['server', 'allowed-origins', 'redirect_uri'];

const FORGED = { client_id: 'evil', error: 'Your session has ended: sign in at evil.example' };

/** Navigates as a page does: the window keeps its tie to the page with the button. */
async function wander(consent: Page, url: string): Promise<void> {
  await consent.evaluate((target) => location.assign(target), url);
  await consent.waitForURL(url);
}

test('a marker in a comment leads to the CRM, and the stranger’s pages have no say', async ({
  visit,
  openConsent,
  page,
  said,
  seen,
}) => {
  await visit(`${COMMENT}<script src="/cdn/button.js"></script>`);
  const consent = await openConsent();
  expect(new URL(consent.url()).origin).toBe('https://www.kommo.com');
  await wander(consent, 'https://integrator.example/redirect');
  await post(consent, FORGED);
  await wander(consent, 'https://www.kommo.com/oauth/');
  await post(consent, { client_id: 'evil', error: 'access_denied' });
  await expect(page.locator('.kommo_oauth')).toHaveAttribute('data-error', 'access_denied');
  expect(JSON.stringify(await seen())).not.toContain(FORGED.error);
  expect(said).toEqual(
    REFUSED.map((name): unknown => expect.stringMatching(`data-${name} is ignored.*data-trusted-origins`)),
  );
});

const TRUST = 'data-trusted-origins="https://integrator.example"';
for (const [which, html] of Object.entries({
  'the script itself': `<script src="/cdn/button.js" ${TRUST}></script>`,
  'the script as a module': `<script type="module" src="/cdn/button.js" ${TRUST}></script>`,
  'a script before it': `<script type="application/json" ${TRUST}></script><script src="/cdn/button.js"></script>`,
})) {
  test(`a marker may lead to an origin that is listed at ${which}`, async ({
    visit,
    openConsent,
    page,
    said,
  }) => {
    await visit(COMMENT + html);
    const consent = await openConsent();
    expect(new URL(consent.url()).origin).toBe('https://integrator.example');
    await post(consent, { client_id: 'evil', error: 'access_denied' });
    await expect(page.locator('.kommo_oauth')).toHaveAttribute('data-error', 'access_denied');
    expect(said).toEqual([]);
  });
}
