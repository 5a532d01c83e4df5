import { aTimeout, expect } from '@open-wc/testing';
import { AuthorizationError, type AuthorizationResponse } from '../../src/consent.js';
import {
  connectThirdPartyService,
  type ServiceConnection,
  type ServiceOptions,
} from '../../src/ringcentral.js';
import { recordConsole } from '../helpers/console.js';
import { type FakeWidget, fakeWidget, type Received, WIDGET_ORIGIN } from '../helpers/fake-widget.js';
import { countHeld } from '../helpers/held.js';
import { recordWindows } from '../helpers/windows.js';
import { until } from '../helpers/until.js';

const PAGE = new URL('/test/helpers/page.html', location.href).href;
const service = { name: 'Kommo', authorizedTitle: 'Disconnect', info: 'Your CRM', contactsPath: '/contacts' };

const { opened } = recordWindows();
let widget: FakeWidget | undefined;
let connection: ServiceConnection | undefined;

afterEach(() => {
  connection?.disconnect();
  widget?.frame.remove();
});

const ready = { type: 'rc-login-status-notify', loggedIn: false };
const request = (authorized: boolean, requestId = 'r1', path = '/authorize'): object => ({
  type: 'rc-post-message-request',
  requestId,
  path,
  body: { authorized },
});
const acknowledgement = (responseId = 'r1'): object => ({
  type: 'rc-post-message-response',
  responseId,
  response: { data: 'ok' },
});
const status = (authorized: boolean, authorizedAccount: string): object => ({
  type: 'rc-adapter-update-authorization-status',
  authorized,
  authorizedAccount,
});
const of = (type: string): Received[] => widget!.received.filter((message) => message.type === type);

type Functions = Partial<Extract<ServiceOptions, { authorize: (...args: never) => unknown }>>;

/** Connects a service to a new widget, and forgets what was said while it was registered. */
async function connect(options: Functions = {}): Promise<FakeWidget> {
  widget = await fakeWidget();
  connection = connectThirdPartyService(widget.frame, {
    service,
    authorize: () => Promise.resolve('ann@acme.example'),
    unauthorize: () => undefined,
    ...options,
  });
  await widget.settle();
  widget.received.length = 0;
  return widget;
}

/** A task that the test ends. */
function pending<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe('a service', () => {
  const registration = {
    type: 'rc-adapter-register-third-party-service',
    service: {
      ...service,
      displayName: 'Kommo',
      authorizationPath: '/authorize',
      authorized: false,
      authorizedAccount: '',
    },
  };
  const options = { service, authorize: () => Promise.resolve(), unauthorize: () => undefined };

  it('is registered when the widget gets ready', async () => {
    widget = await fakeWidget('', (frame) => (connection = connectThirdPartyService(frame, options)));
    await widget.settle();
    expect(widget.received).to.eql([registration]);
  });

  it('is registered at once in a widget that is ready already', async () => {
    widget = await fakeWidget();
    connection = connectThirdPartyService(widget.frame, options);
    await widget.settle();
    expect(widget.received).to.eql([registration]);
  });

  it('is registered again when the frame is loaded anew, with the status of then', async () => {
    const { received, reload, settle } = await connect();
    connection!.update({ authorized: true, authorizedAccount: 'acme.kommo.com' });
    await settle();
    received.length = 0;
    await reload();
    await settle();
    const connected = { ...registration.service, authorized: true, authorizedAccount: 'acme.kommo.com' };
    expect(received).to.eql([{ ...registration, service: connected }]);
  });

  for (const displayName of ['Kommo CRM', '', undefined]) {
    it(`tells its display name, or else its name, so that the widget keeps no former one: ${displayName}`, async () => {
      widget = await fakeWidget();
      connection = connectThirdPartyService(widget.frame, {
        ...options,
        service: { ...service, displayName },
      });
      await widget.settle();
      const [sent] = of('rc-adapter-register-third-party-service');
      expect(sent!.service).to.include({ displayName: displayName || 'Kommo' });
    });
  }

  it('may begin as connected, under a path of its own', async () => {
    const known = { ...service, authorized: true, authorizedAccount: 'acme', authorizationPath: '/crm' };
    widget = await fakeWidget();
    connection = connectThirdPartyService(widget.frame, { ...options, service: known });
    await widget.settle();
    expect(widget.received).to.eql([{ ...registration, service: { ...known, displayName: 'Kommo' } }]);
    expect(connection.status).to.eql({ authorized: true, authorizedAccount: 'acme' });
    widget.received.length = 0;
    await widget.say(request(true, 'r1', '/authorize'));
    await widget.settle();
    expect(widget.received).to.eql([]);
    await widget.say(request(true, 'r2', '/crm'));
    await widget.settle();
    expect(widget.received).to.eql([acknowledgement('r2'), status(false, '')]);
  });
});

describe('a click in the widget', () => {
  it('opens a window: the popup blocker takes it for the visitor’s own', async () => {
    let popup: Window | null = null;
    const { click, received } = await connect({
      authorize: () => {
        popup = open(PAGE, '_blank', 'popup,width=300,height=200');
        return Promise.resolve('ann@acme.example');
      },
    });
    await click(request(false));
    await until(() => of('rc-adapter-update-authorization-status').length);
    expect(popup, 'The window is blocked.').to.be.ok;
    expect(opened).to.have.length(1);
    expect(received).to.eql([acknowledgement(), status(true, 'ann@acme.example')]);
  });

  it('is acknowledged at once, however long the authorization takes', async () => {
    const { promise, resolve } = pending<string>();
    const { say, settle, received } = await connect({ authorize: () => promise });
    await say(request(false));
    await settle();
    expect(received).to.eql([acknowledgement()]);
    resolve('acme');
    await until(() => received.length === 2);
    expect(received[1]).to.eql(status(true, 'acme'));
  });

  it('twice is acknowledged twice, and authorizes once', async () => {
    let count = 0;
    const { promise, resolve } = pending<string>();
    const { click, settle, received } = await connect({
      authorize: () => {
        count += 1;
        return promise;
      },
    });
    await click(request(false, 'r1'), request(false, 'r2'));
    resolve('acme');
    await until(() => connection!.status.authorized);
    await settle();
    expect(count).to.equal(1);
    expect(received).to.eql([acknowledgement('r1'), acknowledgement('r2'), status(true, 'acme')]);
  });

  it('authorizes again after the first authorization has failed', async () => {
    let count = 0;
    const { say, settle } = await connect({
      authorize: () => {
        count += 1;
        return Promise.reject<string>(new AuthorizationError('popup_closed'));
      },
    });
    for (const id of ['r1', 'r2']) {
      await say(request(false, id));
      await settle();
    }
    expect(count).to.equal(2);
  });

  const outcomes: [what: string, outcome: unknown, account: string][] = [
    ['the account', 'ann@acme.example', 'ann@acme.example'],
    ['a response', { referer: 'acme.kommo.com' } satisfies Partial<AuthorizationResponse>, 'acme.kommo.com'],
    ['a response that names no account', { code: 'c' }, ''],
    ['nothing', undefined, ''],
  ];
  for (const [what, outcome, account] of outcomes) {
    it(`updates the status with a string for the account, when the page gives ${what}`, async () => {
      const { say, received } = await connect({ authorize: () => Promise.resolve(outcome as string) });
      await say(request(false));
      await until(() => received.length === 2);
      expect(received[1]).to.eql(status(true, account));
    });
  }

  it('asks to disconnect while connected', async () => {
    let count = 0;
    const { promise, resolve } = pending<undefined>();
    const { say, settle, received } = await connect({
      service: { ...service, authorized: true, authorizedAccount: 'acme' },
      unauthorize: () => {
        count += 1;
        return promise;
      },
    });
    await say(request(true, 'r1'));
    await say(request(true, 'r2'));
    await settle();
    expect(received).to.eql([acknowledgement('r1'), acknowledgement('r2')]);
    resolve(undefined);
    await until(() => received.length === 3);
    expect(received[2]).to.eql(status(false, ''));
    expect(count).to.equal(1);
  });

  it('on a status that is not true any more asks for nothing, and is told the true one', async () => {
    let asked = 0;
    const ask = (): Promise<void> => {
      asked += 1;
      return Promise.resolve();
    };
    const { say, settle, received } = await connect({ authorize: ask, unauthorize: ask });
    await say(request(true));
    await settle();
    expect(received).to.eql([acknowledgement(), status(false, '')]);
    expect(asked).to.equal(0);
  });

  it('on a button of another feature is left to the page', async () => {
    let asked = 0;
    const ask = (): Promise<void> => {
      asked += 1;
      return Promise.resolve();
    };
    const { say, settle, received } = await connect({ authorize: ask, unauthorize: ask });
    await say(request(false, 'r1', '/contacts'));
    await settle();
    expect(received).to.eql([]);
    expect(asked).to.equal(0);
  });
});

describe('a failure', () => {
  const errors = recordConsole('error');
  let reported: unknown[] = [];
  const report = window.reportError.bind(window);
  beforeEach(() => {
    reported = [];
    window.reportError = (error) => reported.push(error);
  });
  afterEach(() => {
    window.reportError = report;
  });

  const shown: [code: string, level?: string][] = [
    ['access_denied', 'warning'],
    ['popup_blocked', 'danger'],
    ['server_error', 'danger'],
    ['popup_closed'],
    ['aborted'],
  ];
  for (const [code, level] of shown) {
    it(`with ${code} shows ${level ? 'a notice in the widget' : 'nothing'}, and leaves the status`, async () => {
      const { say, settle, received } = await connect({
        authorize: () => Promise.reject<string>(new AuthorizationError(code)),
      });
      await say(request(false));
      await settle();
      expect(received[0]).to.eql(acknowledgement());
      const [notice, ...others] = received.slice(1);
      expect(others).to.eql([]);
      if (level) {
        const { body, requestId, ...message } = notice!;
        expect(message).to.eql({ type: 'rc-adapter-message-request', path: '/custom-alert-message' });
        expect(requestId).to.be.a('string');
        expect(body).to.include({ level });
        expect(body).to.have.property('message').that.matches(/.\.$/);
        expect(body).to.have.property('ttl').that.is.within(3000, 15_000);
      } else expect(notice).to.equal(undefined);
      expect(connection!.status).to.eql({ authorized: false, authorizedAccount: '' });
      expect(reported).to.eql([]);
      expect(errors.splice(0).join()).to.match(code === 'server_error' ? /server_error/ : /^$/);
    });
  }

  it('may have a notice of the page’s own', async () => {
    const notice = { level: 'success', message: 'Ask your admin.', ttl: 1 } as const;
    const { say, settle } = await connect({
      authorize: () => Promise.reject<string>(new AuthorizationError('access_denied')),
      notice: (error) => ((error as AuthorizationError).code === 'access_denied' ? notice : undefined),
    });
    await say(request(false));
    await settle();
    expect(of('rc-adapter-message-request').map(({ body }) => body)).to.eql([notice]);
  });

  it('of the page’s own code is reported like any uncaught error', async () => {
    const error = new Error('A mistake.');
    const { say, settle } = await connect({
      authorize: () => {
        throw error;
      },
    });
    await say(request(false));
    await settle();
    expect(reported).to.eql([error]);
    expect(of('rc-adapter-message-request')).to.have.length(1);
  });

  it('to revoke leaves the service connected', async () => {
    const { say, settle } = await connect({
      service: { ...service, authorized: true, authorizedAccount: 'acme' },
      unauthorize: () => Promise.reject<string>(new AuthorizationError('server_error')),
    });
    await say(request(true));
    await settle();
    expect(of('rc-adapter-message-request')).to.have.length(1);
    expect(of('rc-adapter-update-authorization-status')).to.eql([]);
    expect(connection!.status.authorized).to.equal(true);
  });
});

describe('whoever else speaks', () => {
  let believed = 0;
  const believe = (): Promise<void> => {
    believed += 1;
    return Promise.resolve();
  };
  const options = { authorize: believe, unauthorize: believe };
  beforeEach(() => (believed = 0));

  it('is not heard: another frame of the widget’s origin', async () => {
    const { settle, received } = await connect(options);
    const other = await fakeWidget();
    await other.say(request(false));
    await other.say(ready);
    await settle();
    other.frame.remove();
    expect(received).to.eql([]);
    expect(other.received).to.eql([]);
    expect(believed).to.equal(0);
  });

  it('is not heard: the page itself', async () => {
    const { settle, received } = await connect(options);
    postMessage(request(false), location.origin);
    dispatchEvent(new MessageEvent('message', { data: request(false), origin: WIDGET_ORIGIN }));
    await aTimeout(20);
    await settle();
    expect(received).to.eql([]);
    expect(believed).to.equal(0);
  });

  it('is neither heard nor told anything: another origin in the widget’s own frame', async () => {
    const { frame, say, settle, received } = await connect(options);
    // The frame then holds another origin than its src says, as after a redirect.
    Object.defineProperty(frame, 'src', { value: 'https://widget.example/app.html' });
    await say(request(false));
    await say(ready);
    connection!.update({ authorized: true });
    await settle();
    expect(received).to.eql([]);
    expect(believed).to.equal(0);
  });

  for (const data of [null, 'rc-login-status-notify', 7, [], {}, { type: 'rc-post-message-request' }]) {
    it(`means nothing with ${JSON.stringify(data)}`, async () => {
      const { say, settle, received } = await connect(options);
      await say(data);
      await settle();
      expect(received).to.eql([]);
      expect(believed).to.equal(0);
    });
  }
});

describe('disconnect()', () => {
  const held = countHeld();

  it('leaves nothing behind, and says nothing any more', async () => {
    widget = await fakeWidget();
    const before = held();
    let signal: AbortSignal | undefined;
    const { promise, resolve } = pending<string>();
    connection = connectThirdPartyService(widget.frame, {
      service,
      authorize: (options) => {
        ({ signal } = options);
        return promise;
      },
      unauthorize: () => undefined,
    });
    await widget.say(request(false));
    expect(held().listeners).to.be.above(before.listeners);
    connection.disconnect();
    expect(held()).to.eql(before);
    expect(signal!.aborted).to.equal(true);
    await widget.settle();
    widget.received.length = 0;
    resolve('acme');
    connection.update({ authorized: true });
    await widget.say(ready);
    await widget.say(request(false));
    await widget.settle();
    expect(widget.received).to.eql([]);
  });
});

describe('update()', () => {
  const accounts: [account: unknown, text: string][] = [
    ['acme', 'acme'],
    [undefined, ''],
    [null, ''],
    [42, '42'],
  ];
  for (const [account, text] of accounts) {
    it(`tells the widget, with "${text}" for the account ${String(account)}`, async () => {
      const { settle, received } = await connect();
      connection!.update({ authorized: true, authorizedAccount: account as string });
      await settle();
      expect(received).to.eql([status(true, text)]);
      expect(connection!.status).to.eql({ authorized: true, authorizedAccount: text });
    });
  }
});

describe('a wrong option', () => {
  const options = { service, authorize: () => Promise.resolve(), unauthorize: () => undefined };
  const frame = Object.assign(document.createElement('iframe'), { src: 'https://widget.example/app.html' });
  const wrong: [what: string, frame: HTMLIFrameElement, options: object, message: RegExp][] = [
    ['a frame that is not there', null as unknown as HTMLIFrameElement, options, /frame is missing/],
    ['a frame without a src', document.createElement('iframe'), options, /src/],
    ['no name', frame, { ...options, service: { name: '' } }, /service\.name/],
    ['no service', frame, { ...options, service: undefined }, /service\.name/],
    ['a service with functions', frame, { ...options, service: { name: 'Kommo', f: () => 0 } }, /data alone/],
    ['no authorize', frame, { service }, /authorize/],
    ['a function, and none to revoke', frame, { service, authorize: options.authorize }, /unauthorize/],
    ['a button that is not there', frame, { service, authorize: null }, /crm-oauth-button/],
    ['an element that is no button', frame, { service, authorize: document.body }, /crm-oauth-button/],
  ];
  for (const [what, element, given, message] of wrong) {
    it(`throws at once: ${what}`, () => {
      expect(() => connectThirdPartyService(element, given as ServiceOptions))
        .to.throw(AuthorizationError, message)
        .with.property('code', 'invalid_configuration');
    });
  }
});
