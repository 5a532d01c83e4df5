import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.js';
import { type Exhibit, gallery, LOOKS, SIZES, STATES } from '../helpers/gallery.js';
import { drawing } from './drawing.js';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** A sheet of buttons, as the references in `references/` show it. */
interface Sheet {
  readonly exhibits: readonly Exhibit[];
  readonly dir?: string;
  /** Style of the page around the buttons. */
  readonly style?: string;
  readonly media?: Media;
  readonly width?: number;
  /** The visitor's action before the picture is taken. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const DARK = ':root { color-scheme: dark; }';
const LONG = 'title="Continue with Kommo to see all that your team has sold this year"';
const SPACING =
  '::part(button) { letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5; } ' +
  'crm-oauth-button { --crm-oauth-button-white-space: normal; }';

const looks = SIZES.flatMap((size) => LOOKS.map((look) => ({ attributes: `${look} size="${size}"` })));
const states = (attributes: string): Exhibit[] => STATES.map((state) => ({ attributes, state }));
const three = ['', 'theme="dark"', 'color="green"'].map((attributes) => ({ attributes }));
const first = (page: Page): ReturnType<Page['locator']> => page.locator('crm-oauth-button').first();

const sheets: Record<string, Sheet> = {
  'looks on a light page': { exhibits: looks },
  'looks on a dark page': { exhibits: looks, style: DARK },
  'states, light': { exhibits: states('') },
  'states, dark': { exhibits: states('theme="dark"'), style: DARK },
  'states, coloured and large': { exhibits: states('color="default" size="large"') },
  'states, small': { exhibits: states('size="small"') },
  'states, right to left': { exhibits: states('locale="ar"'), dir: 'rtl' },
  'auto in a dark scheme': {
    exhibits: states('theme="auto"'),
    style: ':root { color-scheme: light dark; }',
    media: { colorScheme: 'dark' },
  },
  hover: { exhibits: three, act: (page) => first(page).hover() },
  pressed: {
    exhibits: three,
    act: async (page) => {
      await first(page).hover();
      await page.mouse.down();
    },
  },
  'keyboard focus': { exhibits: three, act: (page) => page.keyboard.press('Tab') },
  'keyboard focus on a dark page': {
    exhibits: [three[1]!, three[0]!],
    style: DARK,
    act: (page) => page.keyboard.press('Tab'),
  },
  languages: {
    exhibits: ['en', 'es', 'pt', 'id', 'ru', 'ar'].map((locale) => ({ attributes: `locale="${locale}"` })),
  },
  'forced colours': { exhibits: states(''), media: { forcedColors: 'active' } },
  'forced colours, dark': { exhibits: states(''), media: { forcedColors: 'active', colorScheme: 'dark' } },
  'more contrast': { exhibits: [...three, ...states('theme="dark"')], media: { contrast: 'more' } },
  print: { exhibits: [...looks.slice(0, 10), ...states('')], media: { media: 'print' } },
  'narrow: cut short, or on several lines': {
    exhibits: [
      { attributes: LONG },
      { attributes: `${LONG} style="--crm-oauth-button-white-space: normal"` },
      { attributes: `${LONG} color="default"`, state: 'blocked' },
      { state: 'detached' },
    ],
    width: 320,
  },
  'zoom of 200 percent': {
    exhibits: [...three, { state: 'blocked' }],
    style: ':root { zoom: 2; }',
    width: 640,
  },
  'zoom of 400 percent': {
    exhibits: [...three, { state: 'blocked' }],
    style: ':root { zoom: 4; }',
    width: 1280,
  },
  'text spacing': {
    exhibits: [...three, { attributes: LONG }, { state: 'blocked' }],
    style: SPACING,
    width: 320,
  },
  styled: {
    exhibits: [
      { attributes: 'style="--crm-oauth-button-background: #7c3aed; --crm-oauth-button-radius: 21px"' },
      { attributes: 'id="plain"' },
      { attributes: 'style="width: 100%"' },
      { children: 'Sign in <i>now</i>' },
      { children: '<b slot="logo" style="color: teal">@</b>' },
    ],
    style: '#plain::part(button) { font-family: inherit; font-weight: 400; border-color: red; }',
  },
};

// Other systems and other font settings draw glyphs differently.
test.skip(process.platform !== 'linux', 'The references were drawn on Linux.');
test.use(drawing);

for (const [name, { exhibits, dir, style, media = {}, width = 720, act }] of Object.entries(sheets)) {
  test(name, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 400 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', ...media });
    await page.goto(site.page('/', gallery(exhibits, { dir, style })));
    await page.locator('body[data-ready]').waitFor();
    await act?.(page);
    await expect(page.locator('main')).toHaveScreenshot(`${name.replace(/\W+/g, '-')}.png`);
  });
}
