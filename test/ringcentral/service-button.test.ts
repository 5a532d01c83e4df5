import { expect, fixture, html } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';
import {
  connectThirdPartyService,
  type ServiceConnection,
  type ServiceOptions,
} from '../../src/ringcentral.js';
import { click } from '../helpers/click.js';
import { type FakeWidget, fakeWidget } from '../helpers/fake-widget.js';
import { countHeld } from '../helpers/held.js';
import { behave, sandboxUrl } from '../helpers/sandbox.js';
import { recordWindows } from '../helpers/windows.js';
import { until } from '../helpers/until.js';

const { opened } = recordWindows();
let widget: FakeWidget;
let button: CrmOAuthButton;
let connection: ServiceConnection;

const request = (authorized: boolean, requestId = 'r1'): object => ({
  type: 'rc-post-message-request',
  requestId,
  path: '/authorize',
  body: { authorized },
});
const statuses = (): unknown[] =>
  widget.received
    .filter(({ type }) => type === 'rc-adapter-update-authorization-status')
    .map(({ authorized, authorizedAccount }) => [authorized, authorizedAccount]);
const notices = (): unknown[] =>
  widget.received.filter(({ type }) => type === 'rc-adapter-message-request').map(({ body }) => body);

beforeEach(() => behave({ answer: 'allow' }));
afterEach(() => {
  connection.disconnect();
  widget.frame.remove();
  localStorage.clear();
});

/** Connects a button on the page to a new widget, and forgets the registration. */
async function connect(unauthorize?: () => unknown): Promise<void> {
  button = await fixture<CrmOAuthButton>(
    html`<crm-oauth-button client-id="shop" mode="post_message" server=${sandboxUrl}></crm-oauth-button>`,
  );
  widget = await fakeWidget();
  const options: ServiceOptions = { service: { name: 'Kommo' }, authorize: button, unauthorize };
  connection = connectThirdPartyService(widget.frame, options);
  await widget.settle();
  widget.received.length = 0;
}

/** The status on both sides, after every message has arrived. */
async function both(): Promise<unknown> {
  await button.updateComplete;
  await widget.settle();
  return { page: [button.authorized, button.authorizedAccount], widget: statuses().at(-1) };
}
const same = (...status: unknown[]): unknown => ({ page: status, widget: status });

describe('the page’s button and the widget’s button', () => {
  it('are connected by a click in the widget', async () => {
    await connect();
    await widget.click(request(false));
    await until(() => statuses().length);
    expect(await both()).to.eql(same(true, 'acme.kommo.com'));
    expect(button.status).to.equal('authorized');
    expect(opened).to.have.length(1);
  });

  it('are connected by a click on the page', async () => {
    await connect();
    await click(button);
    await until(() => statuses().length);
    expect(await both()).to.eql(same(true, 'acme.kommo.com'));
    expect(statuses()).to.have.length(1);
  });

  it('follow what the page knows', async () => {
    await connect();
    button.authorizedAccount = 'ann@acme.example';
    button.authorized = true;
    expect(await both()).to.eql(same(true, 'ann@acme.example'));
    button.authorizedAccount = 'ben@acme.example';
    expect(await both()).to.eql(same(true, 'ben@acme.example'));
    button.authorized = false;
    expect(await both()).to.eql(same(false, 'ben@acme.example'));
    connection.update({ authorized: true, authorizedAccount: 'acme' });
    expect(await both()).to.eql(same(true, 'acme'));
  });

  it('are connected again by a click in the widget, after the connection was lost', async () => {
    await connect();
    connection.update({ authorized: true, authorizedAccount: 'acme' });
    button.reconnect = true;
    await widget.settle();
    expect(statuses().at(-1)).to.eql([false, 'acme']);
    await widget.click(request(false));
    await until(() => button.status === 'authorized');
    expect(await both()).to.eql(same(true, 'acme.kommo.com'));
  });

  it('are disconnected by a click in the widget', async () => {
    let count = 0;
    await connect(() => (count += 1));
    connection.update({ authorized: true, authorizedAccount: 'acme' });
    await widget.say(request(true));
    expect(await both()).to.eql(same(false, ''));
    expect(button.status).to.equal('idle');
    expect(count).to.equal(1);
  });

  it('are disconnected by a click on the page', async () => {
    let count = 0;
    await connect(() => (count += 1));
    connection.update({ authorized: true, authorizedAccount: 'acme' });
    await click(button);
    expect(await both()).to.eql(same(false, ''));
    expect(count).to.equal(1);
  });

  it('leave it to the page to disconnect, where it says how by the event', async () => {
    await connect();
    connection.update({ authorized: true, authorizedAccount: 'acme' });
    let asked = 0;
    button.addEventListener('crm-oauth-disconnect', () => (asked += 1));
    await widget.say(request(true));
    expect(await both()).to.eql(same(true, 'acme'));
    expect(asked).to.equal(1);
    button.authorized = false;
    expect(await both()).to.eql(same(false, 'acme'));
  });

  it('stay connected where the page cannot revoke', async () => {
    await connect(() => Promise.reject(new DOMException('Offline', 'NetworkError')));
    const report = window.reportError.bind(window);
    window.reportError = () => undefined;
    connection.update({ authorized: true, authorizedAccount: 'acme' });
    await click(button);
    expect(await both()).to.eql(same(true, 'acme'));
    window.reportError = report;
    expect(notices()).to.have.length(1);
  });

  it('are told by the widget that the visitor refused, and stay as they were', async () => {
    await behave({ answer: 'deny' });
    await connect();
    await widget.click(request(false));
    await until(() => notices().length);
    expect(notices()).to.eql([{ level: 'warning', message: 'Access was denied.', ttl: 5000 }]);
    await button.updateComplete;
    expect(button.status).to.equal('denied');
    expect(statuses()).to.eql([]);
  });

  it('share one window, whichever is clicked while it is open', async () => {
    await behave({ answer: 'hang' });
    await connect();
    await widget.click(request(false, 'r1'));
    await until(() => opened.length);
    await widget.say(request(false, 'r2'));
    await click(button);
    await widget.settle();
    expect(opened).to.have.length(1);
    expect(widget.received.map(({ responseId }) => responseId)).to.eql(['r1', 'r2']);
    button.cancel();
    await widget.settle();
    expect(notices()).to.eql([]);
  });
});

describe('the registration of a button', () => {
  it('has the button’s captions, logo and dot, where the service has none of its own', async () => {
    button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button
        unauthorized-title="Connect"
        authorized-title="Disconnect"
        authorization-logo="https://crm.example/logo.png"
        show-auth-red-dot
        authorized
        authorized-account="acme"
      ></crm-oauth-button>`,
    );
    widget = await fakeWidget();
    const service = { name: 'Kommo', authorizedTitle: 'Log out' };
    connection = connectThirdPartyService(widget.frame, { service, authorize: button });
    await widget.settle();
    expect(widget.received.map(({ service }) => service)).to.eql([
      {
        name: 'Kommo',
        displayName: 'Kommo',
        authorizationPath: '/authorize',
        authorized: true,
        authorizedAccount: 'acme',
        authorizedTitle: 'Log out',
        unauthorizedTitle: 'Connect',
        authorizationLogo: 'https://crm.example/logo.png',
        showAuthRedDot: true,
      },
    ]);
  });

  it('has no empty captions, which the widget would show as they are', async () => {
    button = await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`);
    widget = await fakeWidget();
    connection = connectThirdPartyService(widget.frame, { service: { name: 'Kommo' }, authorize: button });
    await widget.settle();
    expect(widget.received[0]!.service).to.not.include({ authorizedTitle: '', unauthorizedTitle: '' });
  });

  it('works for a button that is not in the page', async () => {
    button = document.createElement('crm-oauth-button');
    widget = await fakeWidget();
    connection = connectThirdPartyService(widget.frame, { service: { name: 'Kommo' }, authorize: button });
    button.authorized = true;
    await widget.settle();
    expect(statuses()).to.eql([[true, '']]);
  });

  it('lets a button that comes into the page later go on', async () => {
    button = document.createElement('crm-oauth-button');
    widget = await fakeWidget();
    connection = connectThirdPartyService(widget.frame, { service: { name: 'Kommo' }, authorize: button });
    document.body.append(button);
    button.authorized = true;
    await button.updateComplete;
    button.authorizedAccount = 'acme';
    await button.updateComplete;
    await widget.settle();
    button.remove();
    expect(statuses().at(-1)).to.eql([true, 'acme']);
  });
});

describe('disconnect() from a button', () => {
  const held = countHeld();

  it('leaves no listener on it, and its status to itself', async () => {
    await connect();
    connection.disconnect();
    const before = held();
    connection = connectThirdPartyService(widget.frame, { service: { name: 'Kommo' }, authorize: button });
    connection.disconnect();
    expect(held()).to.eql(before);
    await widget.settle();
    widget.received.length = 0;
    button.authorized = true;
    await button.updateComplete;
    await widget.settle();
    expect(widget.received).to.eql([]);
  });
});
