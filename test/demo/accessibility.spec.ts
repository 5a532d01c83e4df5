import { expect, type Frame, type Page } from '@playwright/test';
import axe from 'axe-core';
import { stories } from '../../demo/stories/stories.js';
import { canvasOf, newVisitor, openEvents, openStory, test } from './fixtures.js';

/** The violations that axe finds in the page, in the story's page in its frame, and in a frame of that one, each by itself. */
async function violations(page: Page): Promise<string[]> {
  // One of them has another origin.
  const own = page.frames().filter((frame) => new URL(frame.url()).port === new URL(page.url()).port);
  return (await Promise.all(own.map(violationsOf))).flat();
}

async function violationsOf(frame: Frame): Promise<string[]> {
  // As a script element it would run against the page's policy.
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
      resultTypes: ['violations'],
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

const SCHEMES = ['light', 'dark'] as const;

/** That axe finds nothing in either colour scheme, and nothing is wider than the window. */
async function check(page: Page, width: number, what: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    // The canvas of the page before may still be on its way out.
    await expect(async () => expect(await violations(page), `${what}, ${colorScheme}`).toEqual([])).toPass({
      timeout: 15_000,
    });
    expect(await widthOf(page), what).toBe(width);
  }
}

for (const width of [320, 1280]) {
  test(`${width} px: every story is accessible in light and dark, and none scrolls sideways`, async ({
    page,
    studio,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(studio.url);
    for (const { id } of stories) {
      await page.evaluate((hash) => (location.hash = hash), `#/${id}`);
      await expect(canvasOf(page).locator(`html[data-ready][data-story="${id}"]`)).toBeAttached();
      await check(page, width, id);
    }
  });

  test(`${width} px: so is everything else`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 800 });
    demo.sandbox.behave({ answer: 'deny' });
    await openStory(page, demo, 'denied?answer=deny&contrast=forced');
    await canvasOf(page).locator('crm-oauth-button').getByRole('button').click();
    await expect(await openEvents(page)).toContainText('onCrmError()');
    await page.getByRole('tab', { name: 'Docs' }).click();
    await page.getByRole('button', { name: 'Conditions' }).click();
    await check(page, width, 'denied');
    const [cookie] = await page.context().cookies();
    await newVisitor(demo, `harbor-session=${cookie?.value ?? ''}`).connect();
    await page.goto(`${demo.url}/settings`);
    await expect(page.locator('crm-connections').getByText('acme.kommo.com')).toBeVisible();
    for (const path of [
      '/#/nowhere',
      '/settings',
      '/widget-settings',
      '/crm/callback/kommo?code=c&state=s',
      '/nowhere',
    ]) {
      await page.goto(demo.url + path);
      await check(page, width, path);
    }
  });
}

test('the keyboard is enough: choose a story, change it, connect, copy', async ({
  page,
  studio,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStory(page, studio, 'element');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the story' })).toBeFocused();
  await press(...Array<string>(13).fill('Tab'));
  await expect(page.getByRole('link', { name: 'amoCRM' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('amoCRM');

  await openStory(page, studio, 'element');
  await page.reload();
  await press('Tab', 'Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#/element');
  await press('Tab', 'Tab', 'ArrowRight', 'ArrowRight');
  await expect(page.getByRole('radio', { name: 'Dark', exact: true })).toBeChecked();
  await page.getByRole('tab', { name: 'Controls' }).focus();
  await press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Docs' })).toBeFocused();
  await press('Home', 'Tab', 'Tab');
  await page.keyboard.type('Hello');
  await expect(canvasOf(page).locator('crm-oauth-button').getByRole('button')).toHaveText('Hello');

  await page.getByRole('tab', { name: 'HTML' }).focus();
  await press('ArrowRight', 'Tab', 'Enter');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('data-title="Hello"');

  await canvasOf(page).locator('crm-oauth-button').getByRole('button').focus();
  const popup = page.waitForEvent('popup');
  await press('Enter');
  await (await popup).locator('button[value=allow]').press('Enter');
  await expect(canvasOf(page).locator('crm-connections').getByText('acme.kommo.com')).toBeVisible();
});
