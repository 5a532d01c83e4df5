import type { Page } from '@playwright/test';
import type { Plugin } from 'esbuild';
import { infoOf, readBlocks } from '../helpers/documents.js';
import { preload, startElectron } from './electron.js';
import { bundleScript, CODE, expect, htmlPage, test as base } from './fixtures.js';
import { ShellBrowser } from './shell-browser.js';

const DOCUMENT = 'docs/shells.md';
const blocks = readBlocks(DOCUMENT);
const APP = 'https://app.example/';
const EXTENSION = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

/** The code of a block, by its file. */
const codeOf = (file: string): string => blocks.find((block) => infoOf(block, 'file') === file)!.code;

/**
 * The platforms' modules. None of them can run here: they need a phone, a desktop or an installed extension. What they open is a page of
 * another browser context.
 */
const MODULES: Readonly<Record<string, string>> = {
  '@capacitor/app': `export const App = { addListener: async (name, listener) => listen(name, listener) };`,
  '@capacitor/browser': `export const Browser = {
    open: ({ url }) => openShell(url),
    close: () => closeShell(),
    addListener: async (name, listener) => listen(name, listener),
  };`,
  '@tauri-apps/plugin-deep-link': `export const onOpenUrl = async (listener) =>
    listen('appUrlOpen', ({ url }) => listener([url])).remove;`,
  '@tauri-apps/plugin-opener': `export const openUrl = (url) => openShell(url);`,
};

const fakeModules: Plugin = {
  name: 'fake-modules',
  setup(build) {
    build.onResolve({ filter: /^@(capacitor|tauri-apps)\// }, ({ path }) => ({ path, namespace: 'fake' }));
    build.onLoad({ filter: /.*/, namespace: 'fake' }, ({ path }) => ({ contents: MODULES[path] ?? '' }));
  },
};

/** Runs in the app's page before its own scripts. */
function installShell(): void {
  const listeners = new Set<readonly [string, (event: unknown) => void]>();
  Object.assign(window, {
    listeners,
    listen(name: string, listener: (event: unknown) => void) {
      const entry = [name, listener] as const;
      listeners.add(entry);
      return { remove: () => listeners.delete(entry) };
    },
    emit: (name: string, event: unknown) =>
      [...listeners].forEach(([heard, listener]) => heard === name && listener(event)),
  });
}
declare const listeners: Set<unknown>;
declare function emit(name: string, event?: unknown): void;

interface Platform {
  /** File of the page's script. */
  readonly file: string;
  /** Whether the shell can be closed by the app. */
  readonly closes: boolean;
  /** The error after the visitor has closed it. Absent: nobody notices. */
  readonly closed: string | undefined;
  readonly clientId?: string;
  readonly install: (page: Page, shell: ShellBrowser) => Promise<unknown>;
}

/** The system hands a link that the app has claimed to the app. */
async function installLinks(page: Page, shell: ShellBrowser): Promise<void> {
  await page.exposeFunction('openShell', (url: string) =>
    shell.open(
      url,
      (next) => {
        const isClaimed = next.startsWith(`${APP}callback`);
        if (isClaimed) void page.evaluate((url) => emit('appUrlOpen', { url }), next);
        return isClaimed;
      },
      () => void page.evaluate(() => emit('browserFinished')).catch(() => undefined),
    ),
  );
  await page.exposeFunction('closeShell', () => shell.close());
}

const PLATFORMS: Readonly<Record<string, Platform>> = {
  Electron: {
    file: 'electron.js',
    closes: true,
    closed: 'popup_closed',
    install: (page, shell) => preload(page, codeOf('preload.js'), startElectron(codeOf('main.js'), shell)),
  },
  Capacitor: { file: 'capacitor.js', closes: true, closed: 'popup_closed', install: installLinks },
  Tauri: { file: 'tauri.js', closes: false, closed: undefined, install: installLinks },
  'A browser extension': {
    file: 'extension.js',
    closes: false,
    closed: 'popup_closed',
    clientId: 'extension',
    install: async (page, shell) => {
      await page.exposeFunction('launch', (url: string) => {
        return new Promise<string>((resolve, reject) => {
          const onClosed = (): void => reject(new Error('The user did not approve access.'));
          const onNavigation = (next: string): boolean => {
            const isOurs = next.startsWith(EXTENSION);
            if (isOurs) {
              resolve(next);
              void shell.close();
            }
            return isOurs;
          };
          shell.open(url, onNavigation, onClosed).catch(() => undefined);
        });
      });
      await page.addInitScript(`Object.assign(window.chrome ??= {}, {
        identity: {
          launchWebAuthFlow: ({ url, interactive }) =>
            interactive ? launch(url) : Promise.reject(new Error('User interaction required.')),
        },
      });`);
    },
  },
};

interface Fixtures {
  shell: ShellBrowser;
  /** Opens the app's page on a platform, and presses the button. */
  start: (platform: Platform) => Promise<void>;
}

const test = base.extend<Fixtures>({
  shell: async ({ browser, sandbox }, use) => {
    const shell = await ShellBrowser.start(browser, sandbox.url);
    await use(shell);
    await shell.end();
  },
  start: async ({ page, shell, serve }, use) => {
    await use(async ({ file, clientId = 'app', install }) => {
      const { code } = blocks.find((block) => infoOf(block, 'page') === APP)!;
      const html = code.replace('client-id="app"', `client-id="${clientId}"`);
      const script = await bundleScript(codeOf(file), [fakeModules]);
      serve(APP, () => htmlPage(html + script));
      await page.addInitScript(installShell);
      await install(page, shell);
      await page.goto(APP);
      await page.getByRole('button').click();
      await expect.poll(() => shell.page?.url()).toMatch(/^https:\/\/www\.kommo\.com\/oauth\//);
    });
  },
});

test('every block of code is a file or a page that is tested here', () => {
  const files = Object.values(PLATFORMS).map(({ file }) => file);
  expect(blocks.map(({ info }) => info).sort()).toEqual(
    [`page=${APP}`, ...['main.js', 'preload.js', ...files].map((file) => `file=${file}`)].sort(),
  );
});

for (const [name, platform] of Object.entries(PLATFORMS)) {
  test.describe(name, () => {
    for (const [decision, shown] of [
      ['allow', CODE],
      ['deny', 'access_denied'],
    ] as const) {
      test(decision, async ({ start, shell, page }) => {
        await start(platform);
        await shell.page!.locator(`button[value="${decision}"]`).click();
        await expect(page.locator('output')).toHaveText(shown);
        expect(page.url()).toBe(APP);
        if (platform.closes) await expect.poll(() => shell.isOpen).toBe(false);
        expect(await page.evaluate(() => listeners.size)).toBe(0);
        // The redirect URI is for the app alone.
        expect([...shell.visited]).toEqual(['https://www.kommo.com']);
      });
    }

    test('a response with another state', async ({ start, shell, page, sandbox }) => {
      sandbox.behave({ state: 'wrong' });
      await start(platform);
      await shell.page!.locator('button[value="allow"]').click();
      await expect(page.locator('output')).toHaveText('state_mismatch');
    });

    test('the visitor closes it', async ({ start, shell, page }) => {
      await start(platform);
      await shell.close();
      if (platform.closed) await expect(page.locator('output')).toHaveText(platform.closed);
      else {
        await page.getByRole('button', { name: 'Cancel' }).click();
        await expect(page.locator('output')).toHaveText('aborted');
      }
    });

    test('cancel()', async ({ start, shell, page }) => {
      await start(platform);
      await page
        .locator('crm-oauth-button')
        .evaluate((button) => (button as HTMLElementTagNameMap['crm-oauth-button']).cancel());
      await expect(page.locator('output')).toHaveText('aborted');
      await expect.poll(() => shell.isOpen).toBe(!platform.closes);
      await expect.poll(() => page.evaluate(() => listeners.size)).toBe(0);
    });
  });
}

test('docs/testing.md: a function in place of windows', async ({ page, serve }) => {
  const fake = readBlocks('docs/testing.md').find((block) => infoOf(block, 'file') === 'fake-open.js')!;
  const { code } = blocks.find((block) => infoOf(block, 'page') === APP)!;
  const script = await bundleScript(`import 'crm-oauth-button';\n${fake.code}`);
  serve(APP, () => htmlPage(code + script));
  await page.goto(APP);
  await page.getByRole('button').click();
  await expect(page.locator('output')).toHaveText('fake-code');
});

test('Electron: the main process opens the consent page alone, for the app alone, without Node', async ({
  shell,
}) => {
  const { invoke, windows } = startElectron(codeOf('main.js'), shell);
  const consent = 'https://www.kommo.com/oauth/?state=s';
  await expect(invoke('https://evil.example/', 'crm-open', consent)).rejects.toThrow('Not allowed.');
  for (const url of [
    'https://evil.example/',
    'file:///etc/passwd',
    'https://www.kommo.com.evil.example/oauth/',
  ]) {
    await expect(invoke(APP, 'crm-open', url)).rejects.toThrow('Not allowed.');
  }
  expect(windows).toEqual([]);
  const opened = invoke(APP, 'crm-open', consent);
  await expect.poll(() => shell.isOpen).toBe(true);
  expect(windows).toMatchObject([
    { webPreferences: { nodeIntegration: false, contextIsolation: true, sandbox: true } },
  ]);
  await shell.page!.waitForLoadState();
  await invoke('https://evil.example/', 'crm-close');
  expect(shell.isOpen).toBe(true);
  await invoke(APP, 'crm-close');
  expect(await opened).toBeUndefined();
});
