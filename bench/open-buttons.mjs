// @ts-check

/**
 * Opens a page for each candidate, for the time of the measurement.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {readonly string[]} ids
 */
export async function openButtons(browser, url, ids) {
  const context = await browser.newContext();
  /** @type {Map<string, import('@playwright/test').Page>} */
  const pages = new Map();
  for (const id of ids) {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`${id}: ${error.message}`));
    await page.goto(`${url}/buttons/${id}`);
    pages.set(id, page);
  }
  return {
    /** @param {string} id */
    page(id) {
      const page = pages.get(id);
      if (!page) throw new Error(`No page for ${id}`);
      return page;
    },
    close: () => context.close(),
  };
}
