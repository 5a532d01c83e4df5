import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { AuthorizationError, type CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';
import {
  connectThirdPartyService,
  serveAuthorizationButton,
  type ServiceConnection,
} from '../../src/ringcentral.js';
import { settled, until } from '../helpers/until.js';

/** The widget's page, which is of this origin, so that the tests can look into it. */
interface Inside extends Window {
  readonly log: unknown[][];
  readonly served: { disconnect(): void };
}

interface Received {
  readonly type: string;
  readonly requestId: string;
  readonly [name: string]: unknown;
}

let frame: HTMLIFrameElement;
let inside: Inside;
let button: CrmOAuthButton;
let connection: ServiceConnection | undefined;
let received: Received[] = [];
const receive = ({ data, source }: MessageEvent<Received>): void => {
  if (source === frame.contentWindow) received.push(data);
};

beforeEach(() => {
  received = [];
  addEventListener('message', receive);
});
afterEach(() => {
  removeEventListener('message', receive);
  connection?.disconnect();
  frame.remove();
});

const service = {
  name: 'Kommo',
  info: 'Your CRM',
  authorizationPath: '/authorize',
  authorized: false,
  authorizedAccount: '',
  authorizedTitle: 'Disconnect',
  unauthorizedTitle: 'Connect',
  authorizationLogo: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
  showAuthRedDot: true,
};
const registration = (change: object = {}): object => ({
  type: 'rc-adapter-register-third-party-service',
  service: { ...service, ...change },
});
const status = (authorized: unknown, authorizedAccount?: unknown): object => ({
  type: 'rc-adapter-update-authorization-status',
  authorized,
  authorizedAccount,
});
const requests = (): Received[] => received.filter(({ type }) => type === 'rc-post-message-request');
const part = (name: string): HTMLElement => button.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;

/** Loads the widget in a frame. */
async function load(...allow: string[]): Promise<void> {
  frame = document.createElement('iframe');
  const query = new URLSearchParams(
    (allow.length ? allow : [location.origin]).map((origin) => ['allow', origin]),
  );
  frame.src = `/test/helpers/own-widget.html?${query}`;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  inside = frame.contentWindow as Inside;
  button = inside.document.querySelector('crm-oauth-button')!;
}

/** Posts to the widget from a window of this origin, as that window's own script would. */
function post(from: Window, data: unknown): void {
  const Theirs = Reflect.get(from, 'Function') as FunctionConstructor;
  const run = new Theirs('to', 'data', 'to.postMessage(data, "*")') as (to: Window, data: unknown) => void;
  run(inside, data);
}

/** Tells the widget something, and waits until it has been drawn. */
async function tell(message: unknown): Promise<void> {
  inside.postMessage(message, location.origin);
  await settled(inside);
  await settled(window);
  await button.updateComplete;
}

describe('a widget of one’s own', () => {
  it('tells the page around it that it is ready', async () => {
    await load();
    await until(() => received.length);
    expect(received).to.eql([{ type: 'rc-login-status-notify', loggedIn: false }]);
  });

  it('shows the service that is registered', async () => {
    await load();
    await tell(registration());
    expect(part('caption').textContent.trim()).to.equal('Connect');
    expect(part('dot').offsetWidth).to.be.above(0);
    expect(part('logo').querySelector('img')!.src).to.equal(service.authorizationLogo);
    expect(inside.log).to.eql([['onRegister', 'Kommo', 'Your CRM']]);
    await tell(status(true, 'acme'));
    expect(part('caption').textContent.trim()).to.equal('Disconnect');
    expect(part('dot')).to.equal(null);
    expect(part('status').textContent).to.contain('acme');
    await tell(status(false, ''));
    expect(part('caption').textContent.trim()).to.equal('Connect');
  });

  it('asks the page at a click, and opens no window of its own', async () => {
    await load();
    await tell(registration());
    button.click();
    await until(() => requests().length);
    const { requestId, ...request } = requests()[0]!;
    expect(request).to.eql({
      type: 'rc-post-message-request',
      path: '/authorize',
      body: { authorized: false },
    });
    expect(requestId).to.match(/^[\da-f]{32}$/);
    await tell({ type: 'rc-post-message-response', responseId: requestId, response: { data: 'ok' } });
    await tell(status(true, 'acme'));
    button.click();
    await until(() => requests().length === 2);
    expect(requests()[1]!.body).to.eql({ authorized: true });
    expect(requests()[1]!.requestId).to.not.equal(requestId);
    expect(inside.log.slice(1)).to.eql([]);
  });

  it('asks once until it is answered', async () => {
    await load();
    await tell(registration());
    button.click();
    button.click();
    await tell({ type: 'rc-post-message-response', responseId: 'another', response: { data: 'ok' } });
    button.click();
    await tell({});
    expect(requests()).to.have.length(1);
  });

  it('tells by crm-oauth-error that it was not answered within 3 s, and can ask again', async () => {
    await load();
    await tell(registration());
    const asked = performance.now();
    button.click();
    await until(() => inside.log.length === 2);
    expect(performance.now() - asked).to.be.above(2990);
    expect(inside.log[1]).to.eql(['crm-oauth-error', 'timeout']);
    button.click();
    await tell({});
    expect(requests()).to.have.length(2);
  });

  it('does nothing at a click before a service is registered', async () => {
    await load();
    button.click();
    await tell({});
    expect(requests()).to.eql([]);
    expect(inside.log).to.eql([]);
  });

  it('hands notices to its page', async () => {
    await load();
    await tell(registration());
    const body = { level: 'warning', message: 'Access was denied.', ttl: 5000 };
    const message = {
      type: 'rc-adapter-message-request',
      requestId: 'r1',
      path: '/custom-alert-message',
      body,
    };
    await tell(message);
    await tell({ ...message, path: '/other' });
    await tell({ ...message, body: { level: 'shout', message: 'Hey', ttl: 'long' } });
    await tell({ ...message, body: { message: '' } });
    expect(inside.log.slice(1)).to.eql([
      ['onNotice', body],
      ['onNotice', { level: 'info', message: 'Hey', ttl: 5000 }],
    ]);
  });

  it('goes with connectThirdPartyService() on the page around it', async () => {
    await load();
    let connected = 0;
    connection = connectThirdPartyService(frame, {
      service: { name: 'Kommo', unauthorizedTitle: 'Connect' },
      authorize: async () => {
        await aTimeout(10);
        connected += 1;
        return 'acme';
      },
      unauthorize: () => undefined,
    });
    await until(() => button.unauthorizedTitle);
    button.click();
    await until(() => button.authorized);
    expect([button.authorizedAccount, button.status, connected]).to.eql(['acme', 'authorized', 1]);
    button.click();
    await until(() => !button.authorized);
    expect(connection.status).to.eql({ authorized: false, authorizedAccount: '' });
  });

  it('gives the button back to its own authorization after disconnect()', async () => {
    await load();
    await tell(registration());
    inside.served.disconnect();
    await tell(status(true, 'acme'));
    expect(button.authorized).to.equal(false);
    button.clientId = 'shop';
    button.click();
    expect(inside.log.map(([what]) => what)).to.include('open');
    expect(requests()).to.eql([]);
  });
});

describe('a widget of one’s own does not believe', () => {
  const untouched = (): void => {
    expect(button.unauthorizedTitle).to.equal('');
    expect(inside.log).to.eql([]);
  };

  it('a page that is not allowed, nor does it tell that page anything', async () => {
    await load('https://shop.example', `${location.origin}.example`, location.origin.replace(/\d+$/, '1'));
    await tell(registration());
    untouched();
    button.click();
    await tell({});
    expect(received).to.eql([]);
  });

  it('another frame of an allowed page', async () => {
    await load();
    const other = document.createElement('iframe');
    other.src = '/test/helpers/page.html';
    const loaded = new Promise((resolve) => (other.onload = resolve));
    document.body.append(other);
    await loaded;
    post(other.contentWindow!, registration());
    await tell({});
    other.remove();
    untouched();
  });

  it('itself', async () => {
    await load();
    post(inside, registration());
    await tell({});
    untouched();
  });

  const wrong: [what: string, message: unknown][] = [
    ['null', null],
    ['a text', 'rc-adapter-register-third-party-service'],
    ['a registration without a service', { type: 'rc-adapter-register-third-party-service' }],
    ['a registration without a name', registration({ name: '' })],
    ['a registration without a path', registration({ authorizationPath: undefined })],
    ['a status before the registration', status(true, 'acme')],
  ];
  for (const [what, message] of wrong) {
    it(what, async () => {
      await load();
      await tell(message);
      untouched();
      expect(button.authorized).to.equal(false);
    });
  }

  it('values of another type than they should have', async () => {
    await load();
    await tell(
      registration({ authorized: 'true', authorizedAccount: 7, authorizedTitle: {}, showAuthRedDot: 1 }),
    );
    const { authorized, authorizedAccount, authorizedTitle, showAuthRedDot } = button;
    expect([authorized, authorizedAccount, authorizedTitle, showAuthRedDot]).to.eql([false, '', '', false]);
    await tell(status('yes', {}));
    expect([button.authorized, button.authorizedAccount]).to.eql([false, '']);
  });

  it('a logo that is neither https: nor data:image/', async () => {
    await load();
    await tell(registration({ authorizationLogo: 'javascript:alert(1)' }));
    expect(part('logo').querySelector('img')).to.equal(null);
  });
});

describe('serveAuthorizationButton()', () => {
  beforeEach(async () => {
    await load();
    button = await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`);
  });

  for (const allowedOrigins of [[], ['*'], ['shop.example'], ['https://shop.example/'], ['null']]) {
    it(`throws for allowedOrigins ${JSON.stringify(allowedOrigins)}`, () => {
      expect(() => serveAuthorizationButton(button, { allowedOrigins }))
        .to.throw(AuthorizationError, /allowedOrigins/)
        .with.property('code', 'invalid_configuration');
    });
  }

  it('leaves a button alone whose page is in no frame', async () => {
    serveAuthorizationButton(button, { allowedOrigins: ['https://shop.example'] });
    button.clientId = 'shop';
    let started = 0;
    button.addEventListener('crm-oauth-start', (event) => {
      started += 1;
      event.preventDefault();
    });
    button.click();
    await button.updateComplete;
    expect(parent).to.equal(self);
    expect(started).to.equal(1);
  });
});
