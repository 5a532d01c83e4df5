// @ts-check
import { tsImport } from 'tsx/esm/api';

/**
 * Gives the tests in each browser a sandbox: `/sandbox` answers with its URL. One for each, since the browsers run at the
 * same time and every test tells its sandbox how to behave. Pages named `*.severed.html` cut the tie to their opener.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function sandboxes() {
  /** @type {Map<string | undefined, Promise<import('../sandbox/index.js').Sandbox>>} */
  const started = new Map();

  /** @param {string} host */
  const start = async (host) => {
    const { startSandbox } = await tsImport('../sandbox/index.ts', import.meta.url);
    const redirectUri = `http://${host}/test/helpers/redirect.html`;
    const integration = { clientId: 'shop', clientSecret: 'secret', name: 'Shop', redirectUri };
    return startSandbox({ port: 0, integrations: [integration] });
  };

  return {
    name: 'sandboxes',
    async serve({ path, headers, host }) {
      if (path !== '/sandbox') return undefined;
      const browser = headers['user-agent'];
      const sandbox = started.get(browser) ?? start(host);
      started.set(browser, sandbox);
      return { body: (await sandbox).url, type: 'text' };
    },
    transform(context) {
      if (context.path.endsWith('.severed.html')) context.set('Cross-Origin-Opener-Policy', 'same-origin');
    },
    async serverStop() {
      for (const sandbox of started.values()) await (await sandbox).close();
    },
  };
}
