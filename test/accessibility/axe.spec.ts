import axe from 'axe-core';
import { expect, test } from '../e2e/fixtures.js';
import { gallery, LOOKS, SIZES, STATES } from '../helpers/gallery.js';

/** Buttons of each look and size, in each state. */
const exhibits = STATES.flatMap((state) =>
  LOOKS.flatMap((look) => SIZES.map((size) => ({ attributes: `${look} size="${size}"`, state }))),
);

for (const dir of ['ltr', 'rtl']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in ${exhibits.length} buttons: ${dir}, ${colorScheme}`, async ({
      page,
      site,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(
        site.page('/', gallery(exhibits, { dir, style: ':root { color-scheme: light dark; }' })),
      );
      await page.locator('body[data-ready]').waitFor();
      // Text for screen readers only must not widen the page.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        page.viewportSize()!.width,
      );
      await page.evaluate(axe.source);
      const { violations, passes } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run(),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const looked = passes.find(({ id }) => id === 'color-contrast')?.nodes.length;
      expect(looked).toBeGreaterThan(200);
    });
  }
}
