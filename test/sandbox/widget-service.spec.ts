import { expect } from '@playwright/test';
import { registration, status, test, type Host } from './widget-fixtures.js';

const button = ({ widget }: Host) => widget.locator('#authorize');
const statusOf = ({ widget }: Host) => widget.locator('#status');
const ADA = { authorizedAccount: 'ada@acme.example' };

test('when it is ready it says so to whoever frames it, logged in or not', async ({ openAdapter }) => {
  const host = await openAdapter();
  expect(await host.received('rc-login-status-notify')).toEqual([
    { type: 'rc-login-status-notify', loggedIn: false },
  ]);
});

test('what is sent before it is ready is lost, even after the frame has loaded', async ({ openHost }) => {
  const host = await openHost(`<iframe src="SANDBOX/ringcentral/embeddable/app.html"></iframe><script>
    const frame = document.querySelector('iframe');
    frame.onload = () => frame.contentWindow.postMessage(${JSON.stringify(registration())}, '*');
  </script>`);
  await host.settled();
  await expect(button(host)).toBeHidden();
  await host.send(registration());
  await expect(button(host)).toBeVisible();
});

test('a registration shows the service, its captions, its information', async ({ openAdapter }) => {
  const host = await openAdapter();
  await expect(host.widget.getByText('No service has been registered.')).toBeVisible();
  await host.send(registration({ displayName: 'Kommo CRM', info: 'Contacts', unauthorizedTitle: 'Connect' }));
  await expect(button(host)).toHaveText('Connect');
  await expect(host.widget.getByText('Kommo CRM')).toBeVisible();
  await expect(host.widget.getByText('Contacts')).toBeVisible();
  await expect(statusOf(host)).toHaveText('Disconnected');
});

test('it says thirteen other things before it says that it is ready', async ({ openAdapter }) => {
  const { page } = await openAdapter();
  const types = await page.evaluate(() =>
    (window as unknown as { messages: { type: string }[] }).messages.map(({ type }) => type),
  );
  expect(types.indexOf('rc-login-status-notify')).toBe(13);
});

test('it starts as late as it is told to', async ({ openAdapter }) => {
  const start = Date.now();
  await openAdapter({ sandboxStart: '1500' });
  expect(Date.now() - start).toBeGreaterThanOrEqual(1500);
});

test('a registration without a display name keeps the former one', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration({ displayName: 'Kommo CRM' }));
  await host.send(registration({ name: 'Other', unauthorizedTitle: 'Connect' }));
  await expect(button(host)).toHaveText('Connect');
  await expect(host.widget.locator('#name')).toHaveText('Kommo CRM');
});

test('without a path the status shows all the same', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration({ authorizationPath: undefined }));
  await expect(statusOf(host)).toHaveText('Disconnected');
  await expect(button(host)).toBeHidden();
});

test('the licence status shows, its links open, and an update replaces it', async ({ openAdapter }) => {
  const host = await openAdapter();
  const licenseDescription = 'Buy one [here](https://shop.example/), or [there](javascript:alert(1)).';
  const authorizationLinks = [
    { label: 'Support', uri: 'https://shop.example/support' },
    { label: 'Script', uri: 'javascript:alert(1)' },
  ];
  const license = { licenseStatus: 'License: expired', licenseStatusColor: 'danger.b04', licenseDescription };
  await host.send(registration({ ...license, authorizationLinks }));
  await expect(host.widget.locator('#license')).toHaveText('License: expired');
  await expect(host.widget.locator('#license')).toHaveClass('danger');
  await expect(host.widget.getByRole('link')).toHaveText(['here', 'Support']);
  await expect(host.widget.getByRole('link', { name: 'here' })).toHaveAttribute(
    'href',
    'https://shop.example/',
  );
  await host.send({ type: 'rc-adapter-refresh-license-status', licenseStatus: 'License: active' });
  await expect(host.widget.locator('#license')).toHaveText('License: active');
  await expect(host.widget.getByRole('link')).toHaveText(['Support']);
});

test('one banner shows; its button and its end are told under the path for buttons', async ({
  openAdapter,
}) => {
  const host = await openAdapter();
  const banner = { id: 'b1', message: 'The connection is lost', action: { label: 'Reconnect' } };
  const update = (changed: object) => ({ type: 'rc-adapter-update-customized-banner', banner: changed });
  await host.send(registration({ buttonEventPath: '/button', banner }));
  await expect(host.widget.getByText('The connection is lost')).toBeVisible();
  await host.widget.getByRole('button', { name: 'Reconnect' }).click();
  expect(await host.waitFor('rc-post-message-request')).toMatchObject({
    path: '/button',
    body: { button: { id: 'b1', type: 'customizedBanner', label: 'Reconnect' } },
  });
  await host.send(update({ id: 'b2', message: 'News', closable: true }));
  await host.widget.getByRole('button', { name: 'Close' }).click();
  expect((await host.waitFor('rc-post-message-request', 2)).body).toEqual({
    button: { id: 'b2', type: 'customizedBanner', dismissed: true },
  });
  await expect(host.widget.locator('#banner')).toBeHidden();
  await host.send(update({ id: 'b3', message: 'More news' }));
  await expect(host.widget.getByText('More news')).toBeVisible();
  await host.send(update({ id: 'b3', hidden: true }));
  await expect(host.widget.locator('#banner')).toBeHidden();
});

test('captions that are not given are Authorize and Unauthorize', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration());
  await expect(button(host)).toHaveText('Authorize');
  await host.send(registration({ authorized: true }));
  await expect(button(host)).toHaveText('Unauthorize');
});

for (const [what, service] of [
  ['without a name', { name: '' }],
  ['without a path', { authorizationPath: undefined }],
  ['without authorized', { authorized: undefined }],
  ['with authorized as a text', { authorized: 'false' }],
] as const) {
  test(`a registration ${what} gives no button, and no update changes that`, async ({ openAdapter }) => {
    const host = await openAdapter();
    await host.send(registration(service));
    await host.send(status(true, ADA));
    await host.settled();
    await expect(button(host)).toBeHidden();
    await host.send(registration());
    await expect(button(host)).toBeVisible();
  });
}

test('there is one slot: a second registration replaces the first', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration({ authorized: true, ...ADA, info: 'First' }));
  await expect(statusOf(host)).toHaveText('Connected as ada@acme.example');
  await host.send(registration({ name: 'Other', authorizationPath: '/other' }));
  await expect(statusOf(host)).toHaveText('Disconnected');
  await expect(host.widget.locator('main')).not.toContainText('Kommo');
  await expect(host.widget.locator('main')).not.toContainText('First');
  await button(host).click();
  expect((await host.waitFor('rc-post-message-request')).path).toBe('/other');
});

for (const [logo, isShown] of [
  ['data:image/png;base64,iVBORw0KGgo=', true],
  ['https://shop.example/logo.png', true],
  ['http://127.0.0.1:9/logo.png', true],
  ['data:text/html,x', false],
  ['javascript:alert(1)', false],
  ['/logo.png', false],
  ['HTTPS://shop.example/logo.png', false],
] as const) {
  test(`the logo ${logo} is ${isShown ? 'shown' : 'left out'}`, async ({ openAdapter }) => {
    const host = await openAdapter();
    await host.send(registration({ authorizationLogo: logo }));
    await expect(button(host)).toBeVisible();
    const image = host.widget.locator('#logo');
    if (isShown) await expect(image).toHaveAttribute('src', logo);
    else await expect(image).not.toHaveAttribute('src');
    expect(await image.evaluate((element) => (element as HTMLElement).hidden)).toBe(!isShown);
  });
}

test('a click posts the path, a fresh id, and what the status is now', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration());
  await button(host).click();
  expect(await host.waitFor('rc-post-message-request')).toEqual({
    type: 'rc-post-message-request',
    requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    path: '/authorize',
    body: { authorized: false },
  });
});

test('disconnecting asks for no confirmation', async ({ openAdapter }) => {
  const host = await openAdapter();
  let dialogs = 0;
  host.page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.accept();
  });
  await host.send(registration({ authorized: true }));
  await button(host).click();
  expect((await host.waitFor('rc-post-message-request')).body).toEqual({ authorized: true });
  expect(dialogs).toBe(0);
});

test('a double click sends two requests with different ids', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration());
  await button(host).dblclick();
  await host.waitFor('rc-post-message-request', 2);
  const requests = await host.received('rc-post-message-request');
  expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(2);
});

test('a request without a response logs “Error: Time out” after 3 s, and nothing else happens', async ({
  openAdapter,
}) => {
  const host = await openAdapter();
  const logged: string[] = [];
  host.page.on('console', (message) => logged.push(message.text()));
  await host.send(registration());

  await button(host).click();
  const { requestId } = await host.waitFor('rc-post-message-request');
  await host.send({ type: 'rc-post-message-response', responseId: requestId, response: { data: 'ok' } });
  await host.settled();

  const start = Date.now();
  await button(host).click();
  await expect.poll(() => logged, { timeout: 30_000 }).toEqual([expect.stringMatching(/^Error: Time out/)]);
  expect(Date.now() - start).toBeGreaterThanOrEqual(2900);
  await expect(statusOf(host)).toHaveText('Disconnected');
  await expect(host.widget.getByRole('listitem')).toHaveCount(0);
});

test('no response changes the button, only an update does', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration());
  await button(host).click();
  const { requestId } = await host.waitFor('rc-post-message-request');
  const response = { data: 'ok', authorized: true, authorizedAccount: 'x' };
  await host.send({ type: 'rc-post-message-response', responseId: requestId, response });
  await host.settled();
  await expect(button(host)).toHaveText('Authorize');
  await expect(statusOf(host)).toHaveText('Disconnected');
  await host.send(status(true, ADA));
  await expect(button(host)).toHaveText('Unauthorize');
  await expect(statusOf(host)).toHaveText('Connected as ada@acme.example');
});

for (const account of [{}, { authorizedAccount: null }, { authorizedAccount: 7 }]) {
  test(`an update with ${JSON.stringify(account)} is dropped`, async ({ openAdapter }) => {
    const host = await openAdapter();
    const failure = host.page.waitForEvent('console', (message) =>
      message.text().includes('authorizedAccount is not a string'),
    );
    await host.send(registration());
    await host.send(status(true, account));
    await failure;
    await host.settled();
    await expect(statusOf(host)).toHaveText('Disconnected');
  });
}

test('an update with an empty account is taken', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration());
  await host.send(status(true, { authorizedAccount: '' }));
  await expect(statusOf(host)).toHaveText('Connected');
});

test('the button is red while connected', async ({ openAdapter }) => {
  const host = await openAdapter();
  const colour = () => button(host).evaluate((element) => getComputedStyle(element).color);
  await host.send(registration());
  expect(await colour()).toBe('rgb(10, 92, 153)');
  await host.send(status(true, ADA));
  await expect(button(host)).toHaveText('Unauthorize');
  expect(await colour()).toBe('rgb(179, 38, 30)');
});

test('the dot shows when it is asked for, while not connected', async ({ openAdapter }) => {
  const host = await openAdapter();
  const dot = host.widget.locator('#dot');
  await host.send(registration());
  await expect(button(host)).toBeVisible();
  await expect(dot).toBeHidden();
  await host.send(registration({ showAuthRedDot: true }));
  await expect(dot).toBeVisible();
  await host.send(status(true, ADA));
  await expect(dot).toBeHidden();
});

test('a reload loses the service and its status', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(registration({ authorized: true }));
  await expect(button(host)).toBeVisible();
  await host.page.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    frame.src += '&again=1';
  });
  await host.waitFor('rc-login-status-notify', 2);
  await expect(button(host)).toBeHidden();
  await expect(host.widget.getByText('No service has been registered.')).toBeVisible();
});

test('it takes messages from anybody: another frame, of no origin at all', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.page.evaluate(
    (message) => {
      const forger = document.createElement('iframe');
      forger.setAttribute('sandbox', 'allow-scripts');
      forger.srcdoc = `<script>
      for (let i = 0; i < parent.frames.length; i++) {
        if (parent.frames[i] !== window) parent.frames[i].postMessage(${JSON.stringify(message)}, '*');
      }
    </script>`;
      document.body.append(forger);
    },
    registration({ name: 'Forged' }),
  );
  await expect(host.widget.getByText('Forged')).toBeVisible();
});

test('anything else is ignored', async ({ openAdapter }) => {
  const host = await openAdapter();
  for (const message of [null, 'text', 7, [], {}, { type: 'other' }, { type: registration().type }]) {
    await host.page.evaluate((data) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(data, '*');
    }, message);
  }
  await host.settled();
  await host.send(registration());
  await expect(button(host)).toBeVisible();
});
