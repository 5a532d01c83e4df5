import { expect, test } from '../e2e/fixtures.js';
import { gallery } from '../helpers/gallery.js';

for (const [reducedMotion, animations] of [
  ['no-preference', 1],
  ['reduce', 0],
] as const) {
  test(`a waiting button has ${animations} animations: ${reducedMotion}`, async ({ page, site }) => {
    await page.emulateMedia({ reducedMotion });
    await page.goto(site.page('/', gallery([{ state: 'waiting' }, { state: 'denied' }])));
    await page.locator('body[data-ready]').waitFor();
    const running = await page.evaluate(
      () =>
        document.getAnimations().length +
        document.querySelector('.waiting')!.shadowRoot!.getAnimations().length,
    );
    expect(running).toBe(animations);
  });
}
