import type { Locator, Page } from '@playwright/test';
import { CATALOGUE } from '../../src/providers/catalogue.js';
import { expect, test } from '../e2e/fixtures.js';
import { type Color, contrast, mix, rgb } from '../helpers/contrast.js';
import { gallery, LOOKS } from '../helpers/gallery.js';

interface Paint {
  readonly text: Color;
  readonly surface: Color;
  readonly tile: Color;
  readonly mark: Color;
}

/** The colours of a button, as the browser puts them one over the other. */
async function paintOf(button: Locator): Promise<Paint> {
  const [color, backgroundColor, backgroundImage, tileColor, markColor] = await button.evaluate((host) => {
    const style = (selector: string): CSSStyleDeclaration =>
      getComputedStyle(host.shadowRoot!.querySelector(selector)!);
    const { color, backgroundColor, backgroundImage } = style('button');
    return [
      color,
      backgroundColor,
      backgroundImage,
      style('.logo').backgroundColor,
      style('.mark').backgroundColor,
    ] as const;
  });
  const [overlay = 'rgba(0, 0, 0, 0)'] = /rgba?\([^)]*\)/.exec(backgroundImage) ?? [];
  const surface = over(overlay, rgb(backgroundColor));
  return { text: rgb(color), surface, tile: over(tileColor, surface), mark: rgb(markColor) };
}

function over(color: string, under: Color): Color {
  const alpha = /rgba\(.*, ([\d.]+)\)/.exec(color)?.[1] ?? '1';
  return mix(under, rgb(color), Number(alpha));
}

const use: Record<string, (page: Page, button: Locator) => Promise<unknown>> = {
  idle: () => Promise.resolve(),
  hover: (_, button) => button.hover(),
  'focus-visible': (page) => page.keyboard.press('Tab'),
  pressed: async (page, button) => {
    await button.hover();
    await page.mouse.down();
  },
  disabled: (_, button) => button.evaluate((host) => host.toggleAttribute('disabled', true)),
};

for (const colorScheme of ['light', 'dark'] as const) {
  // The others are the same in both.
  for (const look of LOOKS.filter((look) => colorScheme === 'light' || look.includes('auto'))) {
    test(`${look}, ${colorScheme}: 4.5:1 for the caption and 3:1 for the mark, in every state`, async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ colorScheme });
      let idle: Color | undefined;
      for (const [state, bringAbout] of Object.entries(use)) {
        await page.goto(site.page('/', gallery([{ attributes: look }])));
        const button = page.locator('crm-oauth-button:defined');
        await button.waitFor();
        await bringAbout(page, button);
        const { text, surface, tile, mark } = await paintOf(button);
        expect.soft(contrast(text, surface), state).toBeGreaterThanOrEqual(4.5);
        expect.soft(contrast(mark, tile), state).toBeGreaterThanOrEqual(3);
        idle ??= surface;
        if (state === 'hover' || state === 'pressed') expect(surface, state).not.toEqual(idle);
      }
    });
  }
}

test('the colours are the same for every provider, but for the one that is always coloured', async ({
  page,
  site,
}) => {
  const names = Object.keys(CATALOGUE).filter(
    (name) => !('isColored' in CATALOGUE[name as keyof typeof CATALOGUE].face),
  );
  expect(names.length).toBeGreaterThan(10);
  for (const theme of ['light', 'dark']) {
    const exhibits = names.map((name) => ({ attributes: `theme="${theme}" provider="${name}"` }));
    await page.goto(site.page('/', gallery(exhibits)));
    await page.locator('body[data-ready]').waitFor();
    const buttons = await page.locator('crm-oauth-button').all();
    expect(buttons).toHaveLength(names.length);
    const [first, ...others] = await Promise.all(buttons.map(paintOf));
    for (const [index, paint] of others.entries()) expect(paint, names[index + 1]).toEqual(first);
  }
});

test('the focus ring has 3:1 against any page, and against the gap around the button', async ({
  page,
  site,
}) => {
  await page.goto(site.page('/', gallery([{}])));
  await page.locator('crm-oauth-button:defined').waitFor();
  await page.keyboard.press('Tab');
  const { outlineColor, outlineStyle, outlineOffset, boxShadow } = await page
    .locator('crm-oauth-button')
    .evaluate((host) => {
      const { outlineColor, outlineStyle, outlineOffset, boxShadow } = getComputedStyle(
        host.shadowRoot!.querySelector('button')!,
      );
      return { outlineColor, outlineStyle, outlineOffset, boxShadow };
    });
  expect([outlineStyle, outlineOffset, boxShadow]).toEqual([
    'solid',
    '2px',
    'rgb(255, 255, 255) 0px 0px 0px 2px',
  ]);
  const ring = rgb(outlineColor);
  const gap = rgb(boxShadow);
  expect(contrast(ring, gap)).toBeGreaterThanOrEqual(3);
  for (let grey = 0; grey < 256; grey += 1) {
    const page = [grey, grey, grey] as const;
    expect(Math.max(contrast(ring, page), contrast(gap, page)), `on ${grey}`).toBeGreaterThanOrEqual(3);
  }
});

test('the dot has 3:1 on any surface, by itself or by its border', async ({ page, site }) => {
  await page.goto(site.page('/', gallery([{ state: 'dot' }])));
  const dot = page.locator('crm-oauth-button .dot');
  const [fill, border] = await dot.evaluate((element) => {
    const { backgroundColor, borderTopColor } = getComputedStyle(element);
    return [backgroundColor, borderTopColor];
  });
  expect(contrast(rgb(fill), rgb(border))).toBeGreaterThanOrEqual(3);
});
