// @ts-check

/**
 * The memory, nodes and listeners that a page holds after garbage collection.
 *
 * @typedef {object} Footprint
 * @property {number} heap in bytes: objects of JavaScript and of the DOM
 * @property {number} nodes
 * @property {number} listeners
 */

/**
 * @param {import('@playwright/test').Page} page in Chromium
 * @returns {Promise<Footprint>}
 */
export async function footprint(page) {
  // The frame on the screen holds its content until the next frame.
  await page.bringToFront();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // Each pass frees the objects that the finalizers of the last one released.
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const find = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { heap: usedSize + embedderHeapUsedSize, nodes: find('Nodes'), listeners: find('JSEventListeners') };
}
