import { type Page, test as base } from '@playwright/test';
import { startWordPress, type WordPress } from './site.js';

interface WorkerFixtures {
  /** One for all tests of a worker, which follow each other. */
  wordpress: WordPress;
}

interface Fixtures {
  /** The browsers of three people who are signed in: an administrator, and two who may read. */
  admin: Page;
  ann: Page;
  bob: Page;
}

const personOf =
  (user: string) =>
  async (
    { wordpress, browser }: WorkerFixtures & { browser: Parameters<WordPress['signIn']>[0] },
    use: (page: Page) => Promise<void>,
  ) => {
    const page = await wordpress.signIn(browser, user);
    await use(page);
    await page.context().close();
  };

/** Tests that follow each other in a WordPress. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  wordpress: [
    async ({}, use) => {
      const wordpress = await startWordPress();
      await use(wordpress);
      await wordpress.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  admin: personOf('admin'),
  ann: personOf('ann'),
  bob: personOf('bob'),
});
