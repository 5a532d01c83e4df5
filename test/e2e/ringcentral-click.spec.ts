import { expect, test, windows } from './ringcentral-fixtures.js';

// Code that Playwright evaluates in a page counts as a click there, so these tests evaluate none, not even for traces.
test.use({ trace: 'off' });

/** Prints its status to the console. */
const page = (click: string): string => `
  <crm-oauth-button client-id="shop" mode="post_message" server="SANDBOX"></crm-oauth-button>
  <iframe id="widget" src="BASE/app.html" style="position: fixed; inset: 0; width: 300px; height: 500px"></iframe>
  <script type="module">
    import 'crm-oauth-button';
    import { connectThirdPartyService } from 'crm-oauth-button/ringcentral';

    const button = document.querySelector('crm-oauth-button');
    button.addEventListener('crm-oauth-statuschange', ({ status }) => console.info('status: ' + status));
    connectThirdPartyService(document.querySelector('#widget'), { service: { name: 'Kommo' }, authorize: button });
    ${click}
  </script>`;

test('the popup blocker is on: without a click no window opens', async ({ openPage, printed, context }) => {
  await openPage(page('button.authorize().catch(() => undefined);'));
  await expect.poll(() => printed).toContain('status: blocked');
  expect(windows(context)).toBe(1);
});

test('a click in the frame lets the page open the window, on another site', async ({
  openPage,
  page: { mouse },
  printed,
  messages,
  context,
}) => {
  await openPage(page(''));
  const registered = () => messages.filter(({ data }) => 'service' in data && data.type).length;
  await expect.poll(registered).toBeGreaterThan(0);
  const opened = context.waitForEvent('page');
  const asked = () => messages.some(({ data }) => data.type === 'rc-post-message-request');
  // The sandbox draws the button here at some point. Try until it is there: a look at the page would count as a click.
  await expect(async () => {
    for (let y = 180; y < 300 && !asked(); y += 12) await mouse.click(230, y);
    expect(asked()).toBe(true);
  }).toPass();
  await opened;
  expect(printed).toContain('status: waiting');
  expect(windows(context)).toBe(2);
});
