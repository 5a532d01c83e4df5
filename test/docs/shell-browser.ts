import type { Browser, BrowserContext, Page } from '@playwright/test';
import { playVendor } from '../helpers/vendor.js';

/**
 * Sees a navigation before it happens.
 *
 * @returns whether to stop it
 */
export type OnNavigation = (url: string, kind: 'will-navigate' | 'will-redirect') => boolean;

/** The browser that a shell opens: apart from the app's pages, with storage of its own. */
export class ShellBrowser {
  /** The page that is open, or was last. */
  page: Page | undefined;
  /** Origins that it has gone to. */
  readonly visited = new Set<string>();

  private constructor(private readonly context: BrowserContext) {}

  static async start(browser: Browser, sandbox: string): Promise<ShellBrowser> {
    const context = await browser.newContext();
    await playVendor(context, 'https://www.kommo.com', sandbox);
    return new ShellBrowser(context);
  }

  async open(url: string, onNavigation: OnNavigation, onClosed?: () => void): Promise<void> {
    const page = await this.context.newPage();
    this.page = page;
    page.on('close', () => onClosed?.());
    let isFirst = true;
    await page.route('**/*', (route, request) => {
      const kind = request.redirectedFrom() ? 'will-redirect' : 'will-navigate';
      const stops = request.isNavigationRequest() && !isFirst && onNavigation(request.url(), kind);
      isFirst = false;
      if (!stops) this.visited.add(new URL(request.url()).origin);
      return stops ? route.abort('aborted') : route.fallback();
    });
    // A platform says that the browser is open, and nothing of how far its page has come: it may be closed while it loads.
    await page.goto(url, { waitUntil: 'commit' }).catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
  }

  get isOpen(): boolean {
    return this.page?.isClosed() === false;
  }

  async close(): Promise<void> {
    await this.page?.close();
  }

  end(): Promise<void> {
    return this.context.close();
  }
}
