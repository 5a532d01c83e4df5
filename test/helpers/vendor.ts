import type { BrowserContext } from '@playwright/test';

/**
 * Lets the sandbox play a vendor's own origin.
 *
 * @param origin - the vendor's, such as `https://www.kommo.com`
 * @param server - base URL of the vendor in the sandbox
 */
export async function playVendor(context: BrowserContext, origin: string, server: string): Promise<void> {
  const { origin: sandbox, host } = new URL(server);
  await context.route(`${origin}/**`, async (route) => {
    const request = route.request();
    const url = request.url().replace(origin, server);
    const headers: Record<string, string> = { ...request.headers(), host };
    if (headers.origin === origin) headers.origin = sandbox;
    await route.fulfill({ response: await route.fetch({ url, headers, maxRedirects: 0 }) });
  });
}
