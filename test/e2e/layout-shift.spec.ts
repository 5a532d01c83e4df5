import type { Page } from '@playwright/test';
import { renderButton } from '../../src/ssr.js';
import { expect, test } from './fixtures.js';

const BUTTONS = [
  '',
  'size="small" theme="dark"',
  'size="large" color="green"',
  'compact',
  'locale="es"',
  'title="Connect your pipeline"',
  'style="display: block"',
]
  .map(
    (attributes) => `<p>Text <crm-oauth-button client-id="shop" ${attributes}></crm-oauth-button> text</p>`,
  )
  .join('');

const LINKED = `<p>Text <crm-oauth-button client-id="shop"><a slot="fallback" href="/consent">Continue with Kommo</a
  ></crm-oauth-button> text</p><p>More text</p>`;

/** Draws all buttons of the page once it has loaded. */
const MARKER = `<p>Text</p><script class="kommo_oauth" data-client-id="shop" src="/late.js" async></script><p>More text</p>`;

/** The sum of the layout shifts when the script loads late, into a finished page. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frames = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
    };
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    await frames(10);
    const script = document.createElement('script');
    script.src = '/cdn/button.js';
    const ran = new Promise((resolve) => (script.onload = resolve));
    document.body.append(script);
    await ran;
    await frames(10);
    return shift;
  });
}

const RENDERED = ['', '<a slot="fallback" href="/consent">Continue with Kommo</a>']
  .map((children) => `<p>Text ${renderButton({ 'client-id': 'shop' }, { children })} text</p>`)
  .join('');

const STYLE = '<link rel="stylesheet" href="/cdn/fallback.css">';

const PAGES = {
  'an empty button': BUTTONS,
  'a link for no scripts': LINKED,
  'the place of a script tag': MARKER,
  'what a server has rendered': RENDERED,
};

for (const [what, html] of Object.entries(PAGES)) {
  test(`nothing moves when ${what} becomes the button`, async ({ visit, page }) => {
    await visit(STYLE + html);
    expect(await shiftOf(page)).toBe(0);
    await expect(page.getByRole('button').first()).toBeVisible();
  });
}

for (const [what, html] of Object.entries({ 'an element': BUTTONS, 'a script tag': MARKER })) {
  test(`without the style sheet something does: ${what}`, async ({ visit, page }) => {
    await visit(html);
    expect(await shiftOf(page)).toBeGreaterThan(0);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a rendered button looks the same with the style sheet for empty ones', async ({ visit, page }) => {
    await visit(RENDERED);
    const alone = await page.screenshot();
    await visit(STYLE + RENDERED);
    await expect(page.getByRole('button')).toHaveCount(2);
    expect(alone.equals(await page.screenshot())).toBe(true);
  });

  test('the link is there, under its name, and goes where it says', async ({ visit, page }) => {
    await visit(STYLE + LINKED);
    await page.getByRole('link', { name: 'Continue with Kommo' }).click();
    await expect(page).toHaveURL(/\/consent$/);
  });
});
