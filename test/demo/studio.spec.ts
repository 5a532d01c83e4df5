import { expect, type Route } from '@playwright/test';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { otherOriginOf } from '../../demo/shared/place.js';
import { stories } from '../../demo/stories/stories.js';
import { TOOLS } from '../../demo/stories/tools.js';
import { canvasOf, decide, listen, openConsent, openEvents, openStory, test } from './fixtures.js';

const modules = manifest.modules as unknown as readonly {
  declarations: readonly { tagName?: string; attributes?: readonly { name: string }[] }[];
}[];
const declarations = modules.flatMap((module) => module.declarations);
const element = declarations.find(({ tagName }) => tagName === 'crm-oauth-button');
const attributes = (element?.attributes ?? [])
  .map(({ name }) => name)
  .filter((name) => !name.startsWith('data-'));

test('each story has an address, a sentence and a canvas, and the page is quiet about it', async ({
  page,
  studio,
}) => {
  test.slow();
  const complaints = listen(page);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(studio.url);
  for (const { title, id } of stories) {
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(new URL(page.url()).hash).toBe(`#/${id}`);
    await expect(page.locator('.summary')).not.toBeEmpty();
    await expect(canvasOf(page).locator(`html[data-ready][data-story="${id}"]`)).toBeAttached();
    await expect(canvasOf(page).locator('#stage').getByRole('button').first()).toBeVisible();
    await expect(page).toHaveTitle(`${title} · crm-oauth-button`);
  }
  expect(complaints).toEqual([]);
  // The frame in the canvas of one story.
  const other = otherOriginOf(studio.url);
  expect([...hosts].sort()).toEqual([studio.url, other, studio.sandbox.url].sort());
});

test('there is a control for every attribute, of its type', async ({ page, studio }) => {
  await openStory(page, studio, 'element');
  await page.locator('details').evaluateAll((all) => all.forEach((item) => item.setAttribute('open', '')));
  const names = await page.locator('.row .name code').allTextContents();
  expect([...names].sort()).toEqual([...attributes].sort());
  await expect(page.getByRole('switch', { name: 'compact' })).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'theme' }).getByRole('radio')).toHaveCount(3);
  await expect(page.getByRole('combobox', { name: 'color' }).getByRole('option')).toHaveCount(7);
  await expect(page.getByRole('textbox', { name: 'client-id' })).toHaveValue('harbor-shop');
  expect(attributes.filter((name) => Object.hasOwn(TOOLS, name))).toEqual([]);
});

test('a control changes the canvas and the address at once, and the address brings it back', async ({
  page,
  studio,
  context,
}) => {
  await openStory(page, studio, 'element');
  const button = canvasOf(page).locator('crm-oauth-button');
  await page.getByRole('textbox', { name: 'title' }).fill('Connect "Tom & Co" <now> {{x}}');
  await page.getByRole('radio', { name: 'dark', exact: true }).check();
  await page.getByRole('switch', { name: 'disabled' }).check();
  await page.getByRole('combobox', { name: 'color' }).selectOption('violet');
  await expect(button.getByRole('button')).toHaveText('Connect "Tom & Co" <now> {{x}}');
  await expect(button.getByRole('button')).toBeDisabled();
  await expect(button).toHaveAttribute('theme', 'dark');
  await expect(button).toHaveAttribute('color', 'violet');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(canvasOf(other).locator('crm-oauth-button').getByRole('button')).toHaveText(
    'Connect "Tom & Co" <now> {{x}}',
  );
  await expect(other.getByText('4 controls changed')).toBeVisible();
  await other.getByRole('button', { name: 'Reset all' }).click();
  await expect(canvasOf(other).locator('crm-oauth-button').getByRole('button')).toHaveText(
    'Continue with Kommo',
  );
  expect(new URL(other.url()).hash).toBe('#/element');
});

test('a setting that is changed while the story is put up is not lost', async ({ page, studio }) => {
  const held: Route[] = [];
  await page.route('**/embeddable/app.html*', (route) => void held.push(route));
  await page.goto(`${studio.url}/#/ringcentral`);
  await expect.poll(() => held.length).toBe(1);
  await page.getByRole('textbox', { name: 'title', exact: true }).fill('Hello');
  await held[0]!.continue();
  await expect(canvasOf(page).locator('crm-oauth-button').getByRole('button')).toHaveText('Hello');
});

test('what is said to be copied is what is shown', async ({ page, studio, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await openStory(page, studio, 'element');
  const copy = page.getByRole('button', { name: /^(Copy|Copied|Not copied)$/ });
  await copy.click();
  await expect(copy).toHaveText('Copied');
  await page.getByRole('tab', { name: 'React', exact: true }).click();
  await expect(copy).toHaveText('Copy');
  await page.clock.runFor(1500);
  await copy.click();
  await expect(copy).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('client-id');
  // The first one's time is over.
  await page.clock.runFor(1000);
  await expect(copy).toHaveText('Copied');
  await page.clock.runFor(1000);
  await expect(copy).toHaveText('Copy');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('button', { name: 'Not copied' })).toHaveCount(1);
  await expect(copy.last()).toHaveText('Copy');
});

test('a press on a caption in a gallery chooses its value', async ({ page, studio }) => {
  await openStory(page, studio, 'sizes');
  await canvasOf(page).getByRole('button', { name: 'small', exact: true }).click();
  await expect(
    page.getByRole('radiogroup', { name: 'size' }).getByRole('radio', { name: 'small' }),
  ).toBeChecked();
  expect(new URL(page.url()).hash).toBe('#/sizes?size=small');
});

test('the tools are real', async ({ browser, studio }) => {
  // An emulated scheme would hold in frames as well.
  const page = await browser.newPage({ colorScheme: null });
  await openStory(page, studio, 'element');
  const canvas = canvasOf(page);
  const button = canvas.locator('crm-oauth-button').getByRole('button');
  const surface = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
  const width = () => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().width);
  const isDark = () =>
    canvas.locator('html').evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

  expect(await surface()).toBe('rgb(14, 1, 66)');
  await page.getByRole('radio', { name: 'Dark', exact: true }).check();
  await expect.poll(surface).toBe('rgb(255, 255, 255)');
  expect(await isDark()).toBe(true);
  await page.getByRole('radio', { name: '320' }).check();
  expect(await width()).toBe(320);
  await page.getByRole('button', { name: 'Right to left' }).click();
  await expect(canvas.locator('html')).toHaveAttribute('dir', 'rtl');
  const before = (await button.boundingBox())!;
  await page.getByRole('button', { name: 'Zoom 200 %' }).click();
  await expect.poll(async () => (await button.boundingBox())!.height).toBe(before.height * 2);
  await page.getByRole('button', { name: 'Forced colours' }).click();
  await expect(page.getByText('A page cannot switch forced colours on')).toBeVisible();
  await page.getByRole('button', { name: 'Reduced motion' }).click();
  await page.getByRole('button', { name: 'Conditions' }).click();
  await page.getByRole('radiogroup', { name: 'Popup blocker' }).getByRole('radio', { name: 'On' }).check();
  await page.keyboard.press('Escape');
  await button.click();
  await expect(canvas.getByRole('link', { name: 'Continue in this tab' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe(
    '#/element?background=dark&width=320&direction=rtl&zoom=200&contrast=forced&motion=reduced&popups=blocked',
  );
  await page.close();
});

test('the conditions reach the sandbox', async ({ page, demo }) => {
  await openStory(page, demo, 'element');
  const behaviour = async () =>
    (await (await fetch(`${demo.sandbox.url}/sandbox/behaviour`)).json()) as Record<string, unknown>;
  await page.getByRole('button', { name: 'Conditions' }).click();
  const choose = (group: string, value: string) =>
    page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: value }).check();
  await choose('The consent page', 'denies');
  await choose('Opener policy (COOP) at the CRM', 'On');
  await choose('The way to the CRM', 'Slow');
  await expect
    .poll(behaviour)
    .toMatchObject({ answer: 'deny', coop: 'same-origin', delay: 3000, offline: false });
  await page.getByRole('button', { name: 'Back to the defaults' }).click();
  await expect.poll(behaviour).toMatchObject({ answer: 'ask', coop: null, delay: 0 });
  await choose('The way to the CRM', 'Offline');
  await expect.poll(behaviour).toMatchObject({ offline: true });
});

test('a sandbox that is gone is told', async ({ page, demo }) => {
  await demo.sandbox.close();
  await page.goto(demo.url);
  await expect(page.getByRole('alert')).toContainText('The sandbox does not answer.');
});

test('the log has events, callbacks and messages in order, with secrets shortened, and can be cleared', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'post-message');
  const log = await openEvents(page);
  await expect(page.getByText('Press the button.')).toBeVisible();
  const clear = page.getByRole('button', { name: 'Clear the events' });
  await expect(clear).toBeDisabled();
  const popup = await openConsent(page);
  const state = new URL(popup.url()).searchParams.get('state')!;
  await decide(popup, 'allow');
  await expect(log).toContainText('crm-oauth-success');
  const names = await log.locator('.entry .term').allTextContents();
  expect(names).toEqual([
    'crm-oauth-start',
    'crm-oauth-statuschange',
    studio.url,
    'crm-oauth-success',
    'crm-oauth-statuschange',
  ]);
  await expect(log).toContainText(`${state.slice(0, 4)}…`);
  await expect(log).not.toContainText(state);
  await clear.click();
  await expect(page.getByText('Press the button.')).toBeVisible();
});

test('an address without a story says so', async ({ page, studio }) => {
  await page.goto(`${studio.url}/#/nowhere`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such story');
  await page.getByRole('link', { name: 'Begin with the first one' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Element');
});

test('the docs are the manifest’s', async ({ page, studio }) => {
  await page.goto(studio.url);
  await page.getByRole('tab', { name: 'Docs' }).click();
  for (const name of [
    'Attributes and properties',
    'Events',
    'Slots',
    'Parts',
    'Custom properties',
    'States',
  ]) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByText('--crm-oauth-button-radius')).toBeVisible();
});

test('a story takes few requests, and few bytes', async ({ page, studio }) => {
  const loads: Promise<number>[] = [];
  page.on('response', (response) => loads.push(response.body().then((body) => body.length)));
  await openStory(page, studio, 'element');
  await page.getByRole('radio', { name: 'dark', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(loads);
  expect(sizes.length).toBeLessThan(25);
  // The catalogue of CRMs is a twentieth of it, the manifest of the two elements a fifth, the search and the list of
  // languages three hundredths.
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(273_000);
});

test('the policy is strict, and only two pages have one that is less so', async ({ page, studio }) => {
  const policyOf = async (path: string) =>
    (await page.request.get(`${studio.url}/${path}`)).headers()['content-security-policy'] ?? '';
  for (const path of ['', 'canvas.html', 'settings', 'widget-settings', 'redirect.html']) {
    const policy = await policyOf(path);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'self';");
    expect(policy).not.toContain('unsafe');
  }
  expect(await policyOf('webview.html')).toContain(`script-src 'self' ${studio.sandbox.url};`);
  const origins = ["'self'", studio.url, otherOriginOf(studio.url)].join(' ');
  expect(await policyOf('framed.html')).toContain(`frame-ancestors ${origins};`);
});
