import { expect, test } from '../e2e/fixtures.js';

const BUTTON = '<script src="/cdn/button.js"></script>';
const LOCALES = '<script src="/cdn/locales.js"></script>';
const ELEMENT = '<crm-oauth-button client-id="a" locale="de"></crm-oauth-button>';

const pages: Record<string, string> = {
  'before the button’s': LOCALES + BUTTON + ELEMENT,
  'after it': BUTTON + LOCALES + ELEMENT,
  'after the element': ELEMENT + BUTTON + LOCALES,
};

for (const [place, html] of Object.entries(pages)) {
  test(`a page has all languages by one more script, ${place}`, async ({ page, visit }) => {
    await visit(html, '/languages');
    await expect(page.getByRole('button', { name: 'Weiter mit Kommo' })).toBeVisible();
  });
}

test('no console complains of an unknown language', async ({ page, visit }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await visit(LOCALES + BUTTON + ELEMENT, '/languages/silent');
  await expect(page.getByRole('button', { name: 'Weiter mit Kommo' })).toBeVisible();
  expect(said.filter((text) => text.includes('locale'))).toEqual([]);
});

test('the drop-in speaks them too', async ({ page, visit }) => {
  const marker = '<script class="kommo_oauth" data-client-id="a" data-locale="pl"></script>';
  await visit(LOCALES + BUTTON + marker, '/languages/drop-in');
  await expect(page.getByRole('button', { name: 'Kontynuuj przez Kommo' })).toBeVisible();
});

test('with locale="auto" a button finds the nearest language, and follows the page’s', async ({
  page,
  visit,
}) => {
  await visit(LOCALES + BUTTON + ELEMENT.replace('de', 'auto'), '/languages/auto');
  const captions: Record<string, string> = {
    'zh-TW': '以 Kommo 帳號繼續',
    'zh-Hans-SG': '通过 Kommo 继续',
    'sr-Latn-RS': 'Nastavi uz Kommo',
    'nn-NO': 'Fortsett med Kommo',
    'ar-EG': 'المتابعة باستخدام Kommo',
  };
  for (const [lang, caption] of Object.entries(captions)) {
    await page.evaluate((value) => (document.documentElement.lang = value), lang);
    await expect(page.getByRole('button'), lang).toHaveAccessibleName(caption);
  }
});
