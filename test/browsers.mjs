// @ts-check
import { findExecutable, installPackages, warn } from './packages.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

const engines = {
  chromium: { find: findChromium, packages: ['chromium'] },
  firefox: { find: findFirefox, packages: ['firefox-esr'] },
  webkit: { find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
};

/** The engines to test in: those that `BROWSERS` names, separated by commas, or all. */
export const wanted = /** @type {Engine[]} */ (process.env.BROWSERS?.split(',') ?? Object.keys(engines));

for (const engine of wanted) {
  if (!(engine in engines))
    throw new Error(`BROWSERS: ${engine} is none of ${Object.keys(engines).join(', ')}`);
}

const isRoot = process.getuid?.() === 0;

export const chromiumArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Chromium refuses to start its own sandbox as root, and in CI containers we are root.
  ...(isRoot ? ['--no-sandbox'] : []),
];

export function findChromium() {
  return findExecutable(
    process.env.CHROME_PATH,
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  );
}

export function findFirefox() {
  return findExecutable(
    process.env.FIREFOX_PATH,
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  );
}

/** WebKitGTK's small browser, the driver that steers it, and the display that it needs. */
export function findWebKit() {
  const browser = findExecutable(
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
  );
  const driver = findExecutable('WebKitWebDriver');
  const xvfb = findExecutable('Xvfb');
  return browser && driver && xvfb ? { browser, driver, xvfb } : undefined;
}

/** Installs missing engines if that needs no prompt: as root on Debian. */
export function installBrowsers() {
  const missing = wanted.filter((engine) => !engines[engine].find());
  installPackages(...missing.map((engine) => engines[engine].packages));
}

/** @param {Engine} engine */
export function reportMissing(engine) {
  warn(
    `${engine} is missing, NOTHING IS TESTED IN IT. On Debian: apt-get install ${engines[engine].packages.join(' ')}`,
  );
}
