import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { sizeBadge } from '../../bench/size-badge.mjs';

const badge = readFileSync('docs/size.svg', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const title = /<title id="title">(.*)<\/title>/.exec(badge)?.[1] ?? '';
const size = /: (.*)$/.exec(title)?.[1] ?? '';

test('the badge says the size of the script, to a tenth of a kilobyte', () => {
  // Node's versions compress a few bytes more or less, which can move the last digit by one.
  const bytes = brotliCompressSync(readFileSync('cdn/button.js')).length;
  expect(Math.abs(parseFloat(size) * 1000 - bytes)).toBeLessThanOrEqual(100);
});

test('the badge is what the command draws', () => {
  expect(badge).toBe(sizeBadge('button.js', size));
});

test('the README has the figure in words, and the badge leads to the measurements', () => {
  expect(readme).toContain(`[![${title}](docs/size.svg)](docs/performance.md)`);
  expect(readme).toContain(`is ${size.replace('brotli', '(brotli)')}`);
});

test('the badge has a name, and its text fits', async ({ page }) => {
  await page.setContent(`<body>${badge}</body>`);
  await expect(page.getByRole('img')).toHaveAccessibleName(title);
  const [left, right] = await page.locator('text').evaluateAll((texts) =>
    texts.map((text) => {
      const { left, right } = text.getBoundingClientRect();
      return { left, right };
    }),
  );
  const frame = await page.locator('svg').evaluate((svg) => svg.getBoundingClientRect().toJSON() as DOMRect);
  expect(left!.right).toBeLessThan(right!.left);
  expect(right!.right).toBeLessThan(frame.right);
});
