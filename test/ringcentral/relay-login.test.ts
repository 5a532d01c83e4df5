import { aTimeout, expect } from '@open-wc/testing';
import { AuthorizationError } from '../../src/consent.js';
import { relayLogin, type RelayOptions } from '../../src/ringcentral.js';
import { recordConsole } from '../helpers/console.js';
import { type FakeWidget, fakeWidget, type Received } from '../helpers/fake-widget.js';
import { countHeld } from '../helpers/held.js';
import { behave, sandboxUrl } from '../helpers/sandbox.js';
import { recordWindows } from '../helpers/windows.js';
import { until } from '../helpers/until.js';

const redirectUri = new URL('/test/helpers/redirect.html', location.href).href;
const errors = recordConsole('error');
const { opened } = recordWindows();

let widget: FakeWidget;
let relay: { disconnect(): void } | undefined;

beforeEach(() => behave({ answer: 'allow' }));
afterEach(() => {
  relay?.disconnect();
  relay = undefined;
  widget.frame.remove();
  errors.length = 0;
  localStorage.clear();
});

const load = async (
  options: Record<string, string> = { redirectUri, disableLoginPopup: '1' },
): Promise<void> => {
  widget = await fakeWidget(`?${new URLSearchParams({ clientId: 'shop', ...options })}`);
};
async function start(options?: RelayOptions): Promise<void> {
  await load();
  relay = relayLogin(widget.frame, options);
}

/** The widget's request after a click on its login button. */
const login = (state: string, change: Record<string, string> = {}): object => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'shop',
    redirect_uri: redirectUri,
    state,
    code_challenge: '_drLS7o5FwkfUiBhlq2hwJnK_SC6yE7sKOde5O1fdzk',
    code_challenge_method: 'S256',
    ...change,
  });
  const oAuthUri = `${sandboxUrl}/ringcentral/restapi/oauth/authorize?${query}`;
  return { type: 'rc-login-popup-notify', oAuthUri };
};
const of = (type: string): Received[] => widget.received.filter((message) => message.type === type);
const callbacks = (): URL[] =>
  of('rc-adapter-authorization-code').map(({ callbackUri }) => new URL(callbackUri as string));
/** Whether a window shows a page of another origin. */
const isAway = ({ location }: Window): boolean => {
  try {
    return !location.href;
  } catch {
    return true;
  }
};
const notices = (): unknown[] =>
  of('rc-adapter-message-request').map(({ body }) => (body as { level: string }).level);

describe('a relayed login', () => {
  it('opens the window at the click in the widget, and hands over the code', async () => {
    await start();
    await widget.click(login('s1'));
    await until(() => callbacks().length);
    const [url] = callbacks();
    expect(url!.origin + url!.pathname).to.equal(redirectUri);
    expect([...url!.searchParams.keys()]).to.eql(['code', 'state']);
    expect(url!.searchParams.get('code')).to.match(/.{16}/);
    expect(url!.searchParams.get('state')).to.equal('s1');
    expect(opened.map(({ closed }) => closed)).to.eql([true]);
  });

  it('that is refused shows a notice in the widget, and hands over nothing', async () => {
    await behave({ answer: 'deny' });
    await start();
    await widget.click(login('s1'));
    await until(() => notices().length);
    expect(notices()).to.eql(['warning']);
    expect(callbacks()).to.eql([]);
  });

  it('whose answer has another state is not handed over', async () => {
    await behave({ answer: 'allow', state: 'wrong' });
    await start();
    await widget.click(login('s1'));
    await until(() => notices().length);
    expect(notices()).to.eql(['danger']);
    expect(callbacks()).to.eql([]);
    expect(errors.join()).to.contain('state_mismatch');
  });

  it('is given up for a newer one: only that one works', async () => {
    await behave({ answer: 'hang' });
    await start();
    await widget.click(login('s1'));
    // Its page has come, and hangs.
    await until(() => opened[0] && isAway(opened[0]));
    await behave({ answer: 'allow' });
    await widget.click(login('s2'));
    await until(() => callbacks().length);
    expect(callbacks().map(({ searchParams }) => searchParams.get('state'))).to.eql(['s2']);
    expect(opened.map(({ closed }) => closed)).to.eql([true, true]);
    expect(notices()).to.eql([]);
  });

  it('that the browser blocks shows a notice in the widget', async () => {
    await start();
    await widget.say(login('s1'));
    await until(() => notices().length);
    expect(notices()).to.eql(['danger']);
    expect(opened).to.eql([]);
  });

  const wrong: [what: string, message: object, error: RegExp][] = [
    ['no URL', { type: 'rc-login-popup-notify' }, /oAuthUri must be a full https URL/],
    ['javascript:', { type: 'rc-login-popup-notify', oAuthUri: 'javascript:alert(1)' }, /oAuthUri must be/],
    ['no state', login(''), /oAuthUri has no state/],
    [
      'another redirect_uri',
      login('s1', { redirect_uri: `${redirectUri}?a` }),
      /oAuthUri has another redirect_uri/,
    ],
  ];
  for (const [what, message, error] of wrong) {
    it(`opens no window for ${what}, and says why`, async () => {
      await start();
      await widget.click(message);
      await widget.settle();
      expect(opened).to.eql([]);
      expect(errors.join()).to.match(error);
    });
  }

  it('is for the widget’s own frame to ask for', async () => {
    await start();
    const other = await fakeWidget();
    await other.click(login('s1'));
    await aTimeout(50);
    other.frame.remove();
    expect(opened).to.eql([]);
  });
});

describe('relayLogin()', () => {
  const held = countHeld();

  it('leaves nothing behind after disconnect(), and gives up a login under way', async () => {
    await behave({ answer: 'hang' });
    await load();
    const { listeners, channels, items } = held();
    relay = relayLogin(widget.frame);
    await widget.click(login('s1'));
    await until(() => opened.length);
    relay.disconnect();
    await aTimeout(20);
    expect(opened[0]!.closed).to.equal(true);
    expect(held()).to.include({ listeners, channels, items });
    await widget.click(login('s2'));
    expect(opened).to.have.length(1);
    expect(callbacks()).to.eql([]);
  });

  for (const options of [{ redirectUri }, { disableLoginPopup: '1' }]) {
    it(`throws where the widget was loaded with ${Object.keys(options).join()} alone`, async () => {
      await load(options);
      expect(() => relayLogin(widget.frame))
        .to.throw(AuthorizationError, /disableLoginPopup and redirectUri/)
        .with.property('code', 'invalid_configuration');
    });
  }
});
