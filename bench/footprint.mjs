// @ts-check

/**
 * What a page holds once all garbage is collected.
 *
 * @typedef {object} Footprint
 * @property {number} heap in bytes: objects of JavaScript, and those of the DOM
 * @property {number} nodes
 * @property {number} listeners
 */

/**
 * @param {import('@playwright/test').Page} page in Chromium
 * @returns {Promise<Footprint>}
 */
export async function footprint(page) {
  // The picture on the screen holds what is in it until the next one.
  await page.bringToFront();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // What a finaliser lets go is the next one's.
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const find = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { heap: usedSize + embedderHeapUsedSize, nodes: find('Nodes'), listeners: find('JSEventListeners') };
}
