import { post, test } from '../fixtures/vendor.js';
import { expect } from './fixtures.js';

const REFUSAL = { client_id: 'shop', error: 'access_denied' };

/** Pages call it to record their callback's arguments and receiver. */
const CALL = 'calls.push({ posted, receiver: this?.id })';
const marker = (callback: string, data = 'data-client-id="shop"'): string =>
  `<script>window.calls = []; window.id = 'window';</script>
  <script class="amocrm_oauth" ${data} data-error-callback="${callback}" src="/cdn/button.js"></script>`;

const callbacks: Record<string, readonly [name: string, script: string, receiver?: string]> = {
  'a function declared later': ['onAmoError', `function onAmoError(posted) { ${CALL} }`],
  'a function put on window later': [
    'onAmoError',
    `setTimeout(() => { window.onAmoError = function (posted) { ${CALL} }; });`,
  ],
  'an implicit global': ['onAmoError', `onAmoError = function (posted) { ${CALL} };`],
  'a var': ['onAmoError', `var onAmoError = function (posted) { ${CALL} };`],
  'a name with window': ['window.onAmoError', `function onAmoError(posted) { ${CALL} }`],
  'a path, with its receiver': [
    'app.auth.onError',
    `var app = { auth: { id: 'auth', onError(posted) { ${CALL} } } };`,
    'auth',
  ],
  'a path, with an instance behind it': [
    'app.onError',
    `class App { id = 'instance'; onError(posted) { ${CALL} } } window.app = new App();`,
    'instance',
  ],
};

for (const [what, [name, script, receiver = 'window']] of Object.entries(callbacks)) {
  test(what, async ({ visit, page, openConsent, said }) => {
    await visit(`${marker(name)}<script>${script}</script>`);
    await post(await openConsent(), REFUSAL);
    await expect.poll(() => page.evaluate('calls')).toEqual([{ posted: REFUSAL, receiver }]);
    await expect(page.locator('.amocrm_oauth')).toHaveAttribute('data-error', 'access_denied');
    expect(said).toEqual([]);
  });
}

const SAID = { error: 'access_denied', error_description: 'No' };
for (const [refusal, posted] of [
  [{ error: 'access_denied' }, { error: 'access_denied' }],
  // Only strings, and only those that describe the outcome.
  [{ client_id: 0, ...SAID, hint: 'closed' }, SAID],
  [
    { client_id: 'new', ...SAID },
    { client_id: 'new', ...SAID },
  ],
]) {
  test(`the metadata flow, refused by ${JSON.stringify(refusal)}`, async ({ visit, page, openConsent }) => {
    const metadata =
      'data-name="Shop" data-redirect_uri="https://integrator.example" data-secrets_uri="https://integrator.example/s"';
    await visit(`${marker('onAmoError', metadata)}<script>function onAmoError(posted) { ${CALL} }</script>`);
    await post(await openConsent(), refusal);
    await expect.poll(() => page.evaluate('calls')).toEqual([{ posted, receiver: 'window' }]);
  });
}

test('a function that throws is reported, and everything goes on', async ({
  visit,
  page,
  openConsent,
  seen,
}) => {
  await visit(`${marker('onAmoError')}<script>
    addEventListener('error', (event) => { log.push(['error', event.message]); event.preventDefault(); });
    function onAmoError() { throw new Error('of the page'); }
  </script>`);
  for (const times of [1, 2]) {
    await post(await openConsent(), REFUSAL);
    const errors = async (): Promise<unknown[]> => (await seen()).filter(([what]) => what === 'error');
    await expect.poll(errors).toEqual(Array(times).fill(['error', 'Uncaught Error: of the page']));
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
  }
});

for (const [what, script] of Object.entries({
  'a function that does not exist': '',
  'a top-level const': 'const onAmoError = () => calls.push(1);',
})) {
  test(`${what} gets a hint in the console, once`, async ({ visit, page, openConsent, said }) => {
    await visit(`${marker('onAmoError')}<script>${script}</script>`);
    for (let times = 0; times < 2; times += 1) {
      await post(await openConsent(), REFUSAL);
      await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
    }
    expect(said).toEqual([expect.stringMatching(/"onAmoError".*const/)]);
    expect(await page.evaluate('calls')).toEqual([]);
  });
}
