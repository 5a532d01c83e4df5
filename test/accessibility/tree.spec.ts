import { findFirefox, reportMissing } from '../browsers.mjs';
import { expect, test as base } from '../e2e/fixtures.js';
import { type Accessible, readChromium, readFirefox } from './accessible.js';
import { Firefox } from './firefox.js';

const executable = findFirefox();
if (!executable) reportMissing('firefox');

const button = { role: 'button', name: 'Continue with Kommo', description: 'Opens in a new window' };
const plain = { description: '', busy: false, disabled: false, focused: false };
const idle = { ...plain, ...button, focused: true };
const saying = (name: string): Accessible => ({ ...plain, role: 'status', name });
const action = (role: string, name: string): Accessible => ({ ...plain, role, name });

/** An action on the focused button, and the accessible objects expected after it. */
const states: Record<string, [act: string, ...Accessible[]]> = {
  idle: ['', idle, saying('')],
  compact: ['button.compact = true', idle, saying('')],
  'with a caption of its own': ['button.title = "Connect"', { ...idle, name: 'Connect' }, saying('')],
  'in another language': [
    'button.locale = "es"',
    { ...idle, name: 'Continuar con Kommo', description: 'Se abre en una ventana nueva' },
    saying(''),
  ],
  waiting: ['button.click()', { ...idle, busy: true, disabled: true }, saying('Finish in the other window.')],
  detached: [
    'Document.prototype.hasFocus = () => false; button.click(); consent.close()',
    { ...idle, busy: true, disabled: true },
    saying('Finish in the other window.CancelOpen again'),
    action('button', 'Cancel'),
    action('button', 'Open again'),
  ],
  blocked: [
    'consent.block(); button.click()',
    idle,
    saying('Your browser blocked the window.Continue in this tab'),
    action('link', 'Continue in this tab'),
  ],
  denied: ['button.click(); consent.deny()', idle, saying('Access was denied.')],
  error: ['button.click(); consent.deny("server_error")', idle, saying('Something went wrong. Try again.')],
  closed: ['button.click(); consent.close(); await settled("idle")', idle, saying('')],
  authorized: [
    'button.authorized = true; button.authorizedAccount = "acme"',
    { ...idle, name: 'Disconnect Kommo', description: '' },
    saying('Connected as acme'),
  ],
  reconnect: [
    'button.reconnect = true',
    { ...idle, name: 'Reconnect Kommo' },
    saying('The connection was lost.'),
  ],
  disabled: ['button.disabled = true', { ...idle, disabled: true, focused: false }, saying('')],
};

const PAGE = `<html lang="en"><crm-oauth-button client-id="shop" mode="post_message"></crm-oauth-button>
  <script type="module">
    import '/dist/index.js';
    import { fakeConsent } from '/dist/testing.js';
    window.button = document.querySelector('crm-oauth-button');
    window.consent = fakeConsent();
    window.settled = (status) => new Promise((resolve) => button.addEventListener('crm-oauth-statuschange',
      (event) => event.status === status && resolve()));
  </script>`;

/** Keeps what is inserted in the page and is to be announced. */
const LISTEN = `window.said = [];
  window.listener = (event) => {
    event.QueryInterface(Ci.nsIAccessibleEvent);
    if (event.eventType !== Ci.nsIAccessibleEvent.EVENT_TEXT_INSERTED) return;
    const live = [...event.accessible.attributes.enumerate()].find(({ key }) => key === 'container-live');
    const { modifiedText } = event.QueryInterface(Ci.nsIAccessibleTextChangeEvent);
    if (live?.value === 'polite') window.said.push(modifiedText);
  };
  Services.obs.addObserver(window.listener, 'accessible-event');`;

const test = base.extend<object, { firefox: Firefox }>({
  firefox: [
    async ({}, use) => {
      const firefox = await Firefox.start(executable!);
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
});

for (const [state, [act, ...expected]] of Object.entries(states)) {
  test(`Chromium, ${state}`, async ({ page, site }) => {
    await page.goto(site.page('/', PAGE));
    await page.evaluate(`(async () => {button.focus();${act}})()`);
    await expect.poll(() => readChromium(page)).toEqual(expected);
  });

  if (executable) {
    test(`Firefox, ${state}`, async ({ firefox, site }) => {
      await firefox.goto(site.page('/', PAGE));
      // The browser builds the tree on request, and reports the focus from then on.
      await readFirefox(firefox);
      await firefox.run('content', `button.focus();${act}`);
      await expect.poll(() => readFirefox(firefox)).toEqual(expected);
    });
  }
}

if (executable) {
  test('Firefox tells what comes into the live region', async ({ firefox, site }) => {
    await firefox.goto(site.page('/', PAGE));
    await readFirefox(firefox);
    await firefox.run('chrome', LISTEN);
    const said = expect.poll(() => firefox.run('chrome', 'return window.said'));
    await firefox.run('content', 'button.focus()');
    await expect.poll(() => readFirefox(firefox)).toContainEqual(saying(''));
    await firefox.run('content', 'button.click()');
    await said.toEqual(['Finish in the other window.']);
    await firefox.run('content', 'consent.deny()');
    await said.toEqual(['Finish in the other window.', 'Access was denied.']);
    await firefox.run('chrome', 'Services.obs.removeObserver(window.listener, "accessible-event")');
  });
}
