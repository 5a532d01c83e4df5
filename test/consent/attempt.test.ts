import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { authorize, type AuthorizationRequest, AuthorizationError, kommo } from '../../src/consent.js';
import { type Attempt, type AuthorizeOptions, createAttempt } from '../../src/consent/attempt.js';
import { channelName } from '../../src/consent/channel.js';
import { inWindow } from '../../src/consent/in-window.js';
import type { Outcome } from '../../src/consent/response.js';
import { findTransaction } from '../../src/consent/kept-transactions.js';
import { countHeld } from '../helpers/held.js';
import { behave, sandboxUrl } from '../helpers/sandbox.js';
import { inClick, recordWindows, say, tellWindows } from '../helpers/windows.js';
import { until } from '../helpers/until.js';

const PAGE = new URL('/test/helpers/page.html', location.href).href;
const SEVERED = new URL('/test/helpers/page.severed.html', location.href).href;

const { opened, asked } = recordWindows();

/** A request to a page of this origin, which plays the consent page. */
const request = (init: Partial<AuthorizationRequest> = {}, page = PAGE): AuthorizationRequest => ({
  provider: 'test',
  mode: 'popup',
  window: { width: 400, height: 300 },
  isConsentOrigin: (origin) => origin === location.origin,
  prepare: (state) => ({ url: `${page}?client_id=shop&state=${state}`, state, clientId: 'shop' }),
  ...init,
});

/** An attempt in a window. */
type WindowAttempt = Attempt & { readonly state: string; readonly url: string };

const create = (request: AuthorizationRequest, options?: AuthorizeOptions): WindowAttempt => {
  const attempt = createAttempt(request, inWindow(), options);
  const { state, url } = attempt.transaction;
  return { ...attempt, state, url };
};

const outcomeOf = (response: Promise<Outcome>): Promise<Outcome> =>
  response.catch((error: unknown) => error as AuthorizationError);

const redirect = ({ state }: { state: string }): object => ({
  url: `https://shop.example/?code=c&state=${state}`,
});
const report = ({ state }: { state: string }): object => ({
  type: 'authorization_response',
  response: { code: 'c', state },
});

function broadcast(name: string, data: unknown): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(data);
  channel.close();
}

/** The focus that the page sees. Only Firefox reports it truly; automated pages elsewhere always have it. */
function pretendFocus(has: boolean): void {
  Object.defineProperty(Document.prototype, 'hasFocus', { ...focus, value: () => has });
}
const focus = Object.getOwnPropertyDescriptor(Document.prototype, 'hasFocus')!;
const hasRealFocus = navigator.userAgent.includes('Firefox');

afterEach(() => {
  Object.defineProperty(Document.prototype, 'hasFocus', focus);
  localStorage.clear();
  sessionStorage.clear();
});

/** An attempt whose window a click has opened. */
async function start(
  options: AuthorizeOptions = {},
  page = PAGE,
): Promise<WindowAttempt & { outcome: Promise<Outcome>; popup: Window }> {
  const attempt = await inClick(() => {
    const attempt = create(request({}, page), options);
    attempt.open();
    return attempt;
  });
  return { ...attempt, outcome: outcomeOf(attempt.response), popup: opened[0]! };
}

/** Waits until the window has loaded its page. */
const loaded = (popup: Window): Promise<void> =>
  until(() => popup.document.readyState === 'complete' && popup.location.href !== 'about:blank');

describe('opening', () => {
  it('happens once, in the very task of the click', async () => {
    const { count } = await inClick(() => {
      void outcomeOf(authorize(request()));
      return { count: opened.length };
    });
    expect(count).to.equal(1);
    await aTimeout(50);
    expect(opened).to.have.length(1);
  });

  it('goes to the consent page, in a popup without a name', async () => {
    const { url } = await start();
    expect(asked.map(([href]) => href)).to.eql([url]);
    expect(asked[0]![1]).to.equal('_blank');
    expect(asked[0]![2]).to.match(/^popup,/);
  });

  const pages = [
    { screenX: 0, screenY: 0, outerWidth: 1400, outerHeight: 900, left: 500, top: 300 },
    { screenX: 1400, screenY: 40, outerWidth: 1000, outerHeight: 700, left: 1700, top: 240 },
    { screenX: -1000, screenY: -40, outerWidth: 1000, outerHeight: 700, left: -700, top: 160 },
    { screenX: 50, screenY: 50, outerWidth: 300, outerHeight: 200, left: 0, top: 0 },
  ];
  for (const { left, top, ...area } of pages) {
    it(`is in the middle of the page’s window ${JSON.stringify(area)}`, async () => {
      const own = Object.getOwnPropertyDescriptors(window) as PropertyDescriptorMap;
      for (const [name, value] of Object.entries(area)) {
        Object.defineProperty(window, name, { value, configurable: true });
      }
      window.open = (...args) => {
        asked.push(args);
        return null;
      };
      await outcomeOf(authorize(request()));
      for (const name of Object.keys(area)) Object.defineProperty(window, name, own[name]!);
      expect(asked[0]![2]).to.equal(`popup,width=400,height=300,left=${left},top=${top}`);
    });
  }

  const blockers: Record<string, typeof open | undefined> = {
    'really, without a click': undefined,
    'with null': () => null,
    'with a window that is closed': () => ({ closed: true, close: () => undefined }) as Window,
    'with an exception': () => {
      throw new Error('No windows here.');
    },
  };
  for (const [how, blocked] of Object.entries(blockers)) {
    it(`is popup_blocked when refused ${how}`, async () => {
      if (blocked) window.open = blocked;
      const error = await outcomeOf(authorize(request()));
      expect(error).to.be.instanceOf(AuthorizationError);
      expect(error).to.include({ code: 'popup_blocked', kind: 'client', clientId: 'shop' });
      expect([localStorage.length, sessionStorage.length]).to.eql([0, 0]);
    });
  }

  it('can be tried again after it was refused', async () => {
    const again = request();
    expect(await outcomeOf(authorize(again))).to.include({ code: 'popup_blocked' });
    const { response } = await inClick(() => ({ response: outcomeOf(authorize(again, { timeout: 50 })) }));
    expect(await response).to.include({ code: 'timeout' });
    expect(opened).to.have.length(1);
  });

  const wrong: Record<string, AuthorizationRequest['prepare']> = {
    'a provider that throws': () => {
      throw new TypeError('data-client-id is missing');
    },
    'a URL that is none': (state) => ({ url: '/oauth', state }),
    'a URL that is not secure': (state) => ({ url: 'http://crm.example/oauth', state }),
  };
  for (const [what, prepare] of Object.entries(wrong)) {
    it(`is invalid_configuration with ${what}`, async () => {
      const error = await outcomeOf(authorize(request({ prepare, clientId: 'shop' })));
      expect(error).to.be.instanceOf(AuthorizationError);
      expect(error).to.include({ code: 'invalid_configuration', clientId: 'shop' });
      expect((error as AuthorizationError).cause).to.be.instanceOf(TypeError);
      expect(asked).to.have.length(0);
    });
  }

  it('is unsupported_environment where the browser lacks what the provider needs', async () => {
    const cause = new Error('Serve the page over https.');
    const prepare = (): never => {
      throw cause;
    };
    const error = await outcomeOf(authorize(request({ prepare, clientId: 'shop' })));
    expect(error).to.include({ code: 'unsupported_environment', kind: 'client', clientId: 'shop', cause });
    expect((error as AuthorizationError).message).to.equal('Serve the page over https.');
    expect(asked).to.have.length(0);
  });
});

describe('the consent page', () => {
  const answers = [
    { mode: 'popup', coop: undefined },
    { mode: 'post_message', coop: undefined },
    { mode: 'popup', coop: 'same-origin' },
    { mode: 'post_message', coop: 'same-origin' },
  ] as const;
  for (const { mode, coop } of answers) {
    const how = `in ${mode} mode${coop ? ` behind Cross-Origin-Opener-Policy: ${coop}` : ''}`;
    const answered = async (answer: 'allow' | 'deny'): Promise<Outcome> => {
      await behave({ answer, coop });
      if (coop && !hasRealFocus) pretendFocus(false);
      const shop = kommo({ clientId: 'shop', server: sandboxUrl, mode });
      const { response } = await inClick(() => ({ response: outcomeOf(authorize(shop)) }));
      const outcome = await response;
      await until(() => opened[0]!.closed);
      return outcome;
    };

    it(`allows ${how}`, async () => {
      const outcome = await answered('allow');
      expect(outcome).to.include({ referer: 'acme.kommo.com' });
      expect((outcome as { code: string }).code).to.match(/.{16}/);
      // Only the consent page can hand the redirect over; in the redirect page's report there is none.
      expect(Boolean((outcome as { url?: string }).url)).to.equal(mode === 'popup' && !coop);
    });

    it(`denies ${how}`, async () => {
      expect(await answered('deny')).to.include({
        code: 'access_denied',
        kind: 'provider',
        clientId: 'shop',
      });
    });
  }

  it('says nothing to us with another state, which is the reason once it has closed', async () => {
    await behave({ answer: 'allow', state: 'wrong' });
    const shop = kommo({ clientId: 'shop', server: sandboxUrl });
    const { response } = await inClick(() => ({ response: outcomeOf(authorize(shop)) }));
    expect(await response).to.include({ code: 'state_mismatch' });
  });

  it('says nothing to us from another origin', async () => {
    await behave({ answer: 'allow', origin: 'other' });
    const shop = kommo({ clientId: 'shop', server: sandboxUrl });
    const { response } = await inClick(() => ({ response: outcomeOf(authorize(shop)) }));
    expect(await response).to.include({ code: 'popup_closed' });
  });

  it('may never answer', async () => {
    await behave({ answer: 'hang' });
    const shop = kommo({ clientId: 'shop', server: sandboxUrl });
    const { response } = await inClick(() => ({ response: outcomeOf(authorize(shop, { timeout: 300 })) }));
    expect(await response).to.include({ code: 'timeout', kind: 'client', clientId: 'shop' });
    expect(opened[0]!.closed).to.equal(true);
  });
});

describe('a second authorize()', () => {
  it('gives the same promise, and brings the one window to the front as it is', async () => {
    const same = request();
    const controller = new AbortController();
    const { first } = await inClick(() => ({ first: authorize(same, controller) }));
    const popup = opened[0]!;
    await loaded(popup);
    let focused = 0;
    Object.assign(popup, { visited: true, focus: () => (focused += 1) });
    const { second } = await inClick(() => ({ second: authorize(same) }));
    expect(second).to.equal(first);
    expect(focused).to.equal(1);
    expect(opened).to.eql([popup]);
    expect(popup).to.have.property('visited', true);
    controller.abort();
    expect(await outcomeOf(second)).to.include({ code: 'aborted' });
  });

  it('opens a window of its own for another request', async () => {
    const controller = new AbortController();
    const first = await inClick(() => ({ outcome: outcomeOf(authorize(request(), controller)) }));
    const second = await inClick(() => ({ outcome: outcomeOf(authorize(request())) }));
    expect(opened).to.have.length(2);
    controller.abort();
    expect(await first.outcome).to.include({ code: 'aborted' });
    expect(opened.map(({ closed }) => closed)).to.eql([true, false]);
    opened[1]!.close();
    expect(await second.outcome).to.include({ code: 'popup_closed' });
  });
});

describe('the window', () => {
  it('is closed by the user: popup_closed after timers of 1.5 s at most', async () => {
    const setTimeout = window.setTimeout.bind(window);
    const original = Object.getOwnPropertyDescriptor(window, 'setTimeout')!;
    const delays: number[] = [];
    window.setTimeout = ((task: () => void, delay = 0) => {
      delays.push(delay);
      return setTimeout(task, delay);
    }) as typeof setTimeout;
    try {
      const { popup, outcome } = await start();
      await new Promise((resolve) => setTimeout(resolve, 300));
      // The one that is running, and those that come after it.
      delays.splice(0, delays.length - 1);
      popup.close();
      expect(await outcome).to.include({ code: 'popup_closed', kind: 'client', clientId: 'shop' });
    } finally {
      Object.defineProperty(window, 'setTimeout', original);
    }
    expect(delays.length).to.be.above(1);
    expect(delays.reduce((sum, delay) => sum + delay)).to.be.at.most(1500);
  });

  for (const hasFocus of [true, false]) {
    it(`is open for as long as it takes, ${hasFocus ? 'behind the page' : 'in front of it'}`, async () => {
      pretendFocus(hasFocus);
      const { outcome, ...attempt } = await start({ onDetached: () => expect.fail('It is open.') });
      expect(await Promise.race([outcome, aTimeout(1800)])).to.equal(undefined);
      attempt.cancel();
    });
  }

  it('is closed, and the page gets its focus back a little later', async () => {
    const { popup, outcome } = await start({ onDetached: () => expect.fail('It was closed.') });
    pretendFocus(false);
    popup.close();
    await aTimeout(300);
    pretendFocus(true);
    expect(await outcome).to.include({ code: 'popup_closed' });
  });

  it('is closed with the result in flight: the result wins', async () => {
    const { popup, outcome, ...attempt } = await start();
    popup.close();
    await aTimeout(900);
    broadcast(channelName(attempt.state), report(attempt));
    expect(await outcome).to.include({ code: 'c' });
  });

  it('closes with the outcome', async () => {
    const { popup, outcome, ...attempt } = await start();
    await loaded(popup);
    say(popup, redirect(attempt));
    expect(await outcome).to.include({ code: 'c' });
    expect(popup.closed).to.equal(true);
  });
});

describe('an AbortSignal', () => {
  it('that has fired opens nothing', async () => {
    const reason = new Error('Never mind.');
    const { response } = await inClick(() => ({
      response: outcomeOf(authorize(request(), { signal: AbortSignal.abort(reason) })),
    }));
    expect(await response).to.include({ code: 'aborted', kind: 'client', clientId: 'shop', cause: reason });
    expect(asked).to.have.length(0);
  });

  it('closes the window and rejects with its reason', async () => {
    const controller = new AbortController();
    const { popup, outcome } = await start({ signal: controller.signal });
    const reason = new Error('Never mind.');
    controller.abort(reason);
    expect(popup.closed).to.equal(true);
    expect(await outcome).to.include({ code: 'aborted', cause: reason });
  });

  it('that fires after the outcome changes nothing', async () => {
    const controller = new AbortController();
    const { popup, outcome, ...attempt } = await start({ signal: controller.signal });
    await loaded(popup);
    say(popup, redirect(attempt));
    await outcome;
    controller.abort();
    expect(await attempt.response).to.include({ code: 'c' });
  });
});

describe('an attempt', () => {
  it('has no window to bring to the front before it is opened', () => {
    create(request()).focus();
    expect(opened).to.have.length(0);
  });

  it('expects the state that the provider has sent', () => {
    const prepare = (state: string) => ({ url: PAGE, state: decodeURIComponent(state) });
    expect(create(request({ state: 'a%26b', prepare })).state).to.equal('a&b');
    expect(create(kommo({ clientId: 'shop', state: 'a%20b' })).state).to.equal('a b');
    expect(create(request({ prepare })).state).to.match(/^[\da-f]{32}$/);
  });

  it('ends when the page goes', async () => {
    const { popup, outcome } = await start();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(popup.closed).to.equal(true);
    expect(await outcome).to.include({ code: 'aborted' });
  });

  it('ends by its timeout, and not before', async () => {
    const asking = performance.now();
    const { popup, outcome } = await start({ timeout: 300 });
    expect(await outcome).to.include({ code: 'timeout', kind: 'client' });
    // Some engines round their clocks, and let timers off a millisecond early.
    expect(performance.now() - asking).to.be.above(295);
    expect(popup.closed).to.equal(true);
  });

  it('never opens a window once it has ended', async () => {
    const attempt = create(request());
    const outcome = outcomeOf(attempt.response);
    attempt.cancel();
    const { isOpen } = await inClick(() => ({ isOpen: attempt.open() }));
    expect(isOpen).to.equal(false);
    expect(asked).to.have.length(0);
    expect(await outcome).to.include({ code: 'aborted' });
  });

  it('settles once', async () => {
    const { popup, outcome, ...attempt } = await start();
    await loaded(popup);
    say(popup, redirect(attempt));
    say(popup, { client_id: 'shop', error: 'access_denied' });
    expect(await outcome).to.include({ code: 'c' });
    attempt.cancel();
    expect(await attempt.response).to.include({ code: 'c' });
  });

  it('keeps its transaction where the redirect page is to read the outcome, and only there', async () => {
    const { popup, outcome, ...attempt } = await start();
    await loaded(popup);
    expect(findTransaction(attempt.state)).to.equal(undefined);
    say(popup, redirect(attempt));
    await outcome;
    const { provider, returnTo } = findTransaction(attempt.state)!;
    expect({ provider, returnTo }).to.eql({ provider: 'test', returnTo: undefined });
    expect(localStorage, 'in this tab').to.have.length(0);
  });

  const unkept: Record<string, (attempt: WindowAttempt) => unknown> = {
    'a refusal': () => ({ client_id: 'shop', error: 'access_denied' }),
    'a report': (attempt) => report(attempt),
  };
  for (const [what, data] of Object.entries(unkept)) {
    it(`keeps no state after ${what}`, async () => {
      const { popup, outcome, ...attempt } = await start();
      await loaded(popup);
      say(popup, data(attempt));
      await outcome;
      expect(findTransaction(attempt.state)).to.equal(undefined);
    });
  }
});

describe('a window that cut its tie', () => {
  const severed = async (): ReturnType<typeof start> => {
    if (!hasRealFocus) pretendFocus(false);
    let onDetached!: () => void;
    const detached = new Promise<void>((resolve) => (onDetached = resolve));
    const attempt = await start({ onDetached: () => onDetached() }, SEVERED);
    await detached;
    expect(attempt.popup.closed, 'looks closed').to.equal(true);
    return attempt;
  };

  it('is never taken for closed, and noticed once', async () => {
    if (!hasRealFocus) pretendFocus(false);
    let times = 0;
    const { outcome } = await start({ onDetached: () => (times += 1) }, SEVERED);
    await until(() => times > 0);
    const first = await Promise.race([outcome, aTimeout(1500)]);
    expect(first).to.equal(undefined);
    expect(times).to.equal(1);
  });

  it('is heard over BroadcastChannel', async () => {
    const { outcome, ...attempt } = await severed();
    broadcast(channelName(attempt.state), report(attempt));
    expect(await outcome).to.include({ code: 'c', url: undefined });
  });

  it('is heard over storage events', async () => {
    const { outcome, ...attempt } = await severed();
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    const store = (time: number): void =>
      frame.contentWindow!.localStorage.setItem(
        channelName(attempt.state),
        JSON.stringify({ ...report(attempt), time }),
      );
    store(0);
    // A busy WebKit loses an event now and then.
    const again = setInterval(() => store(performance.now()), 5000);
    expect(await outcome).to.include({ code: 'c', url: undefined });
    clearInterval(again);
  });

  it('reports from the redirect page, and closes', async () => {
    const { outcome, ...attempt } = await severed();
    const url = new URL('/test/helpers/redirect.html', location.href);
    tellWindows(`${url.href}?error=access_denied&state=${attempt.state}`);
    expect(await outcome).to.include({ code: 'access_denied', kind: 'provider' });
  });

  it('can be cancelled', async () => {
    const { outcome, ...attempt } = await severed();
    attempt.cancel('reason');
    expect(await outcome).to.include({ code: 'aborted', cause: 'reason' });
  });

  it('can be replaced by another one, which is watched like the first', async () => {
    const { outcome, ...attempt } = await severed();
    tellWindows('close');
    await inClick(() => ({ isOpen: attempt.open() }));
    expect(opened).to.have.length(2);
    expect(asked[1]).to.eql(asked[0]);
    await aTimeout(300);
    attempt.cancel();
    expect(await outcome).to.include({ code: 'aborted' });
  });

  it('can be replaced by one that keeps its tie, and then both are heard', async () => {
    const { outcome, ...attempt } = await severed();
    window.open = () => document.querySelector('iframe')!.contentWindow;
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    expect(attempt.open()).to.equal(true);
    say(frame.contentWindow!, redirect(attempt));
    expect(await outcome).to.include({ code: 'c' });
  });

  it('is popup_blocked where its replacement is refused', async () => {
    const { outcome, ...attempt } = await severed();
    window.open = () => null;
    expect(attempt.open()).to.equal(false);
    expect(await outcome).to.include({ code: 'popup_blocked' });
  });
});

describe('the redirect page', () => {
  const shop = 'https://shop.example';
  const origins: Record<string, [origin: string, init: Partial<AuthorizationRequest>]> = {
    'from the page’s own origin': [location.origin, {}],
    'from the redirect URI’s': [shop, { redirectUri: `${shop}/callback` }],
    'from the redirect URI’s as the URL has it': [
      shop,
      {
        redirectUri: 'https%3A%2F%2Fshop.example',
        prepare: (state) => ({ url: PAGE, state, redirectUri: shop }),
      },
    ],
    'from the first origin that is allowed': [shop, { allowedOrigins: [shop, 'https://other.example'] }],
    'from the last one': [shop, { allowedOrigins: ['', 'https://other.example', `${shop}/`] }],
  };
  const listenTo = async (init: Partial<AuthorizationRequest>): Promise<[WindowAttempt, Window]> => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    window.open = () => frame.contentWindow;
    const attempt = create(request({ isConsentOrigin: () => false, ...init }));
    attempt.open();
    return [attempt, frame.contentWindow!];
  };
  const post = (origin: string, source: Window, attempt: WindowAttempt): boolean =>
    dispatchEvent(new MessageEvent('message', { data: report(attempt), origin, source }));

  for (const [where, [origin, init]] of Object.entries(origins)) {
    it(`reports ${where}`, async () => {
      const [attempt, source] = await listenTo(init);
      post(origin, source, attempt);
      expect(await attempt.response).to.include({ code: 'c' });
    });
  }

  const foreign = ['https://other.example', 'http://shop.example', 'https://shop.example:8443', 'null', ''];
  for (const origin of foreign) {
    it(`means nothing from ${JSON.stringify(origin)}`, async () => {
      const init = { redirectUri: `${shop}/callback`, allowedOrigins: ['null', '', 'none', 'javascript:0'] };
      const [attempt, source] = await listenTo(init);
      const outcome = outcomeOf(attempt.response);
      post(origin, source, attempt);
      expect(await Promise.race([outcome, aTimeout(20)])).to.equal(undefined);
      attempt.cancel();
      expect(await outcome).to.include({ code: 'aborted' });
    });
  }
});

describe('a report with another state', () => {
  const theirs = report({ state: 'theirs' });

  it('does not end the attempt, but tells why when the window then closes', async () => {
    const { popup, outcome } = await start();
    await loaded(popup);
    say(popup, theirs);
    expect(await Promise.race([outcome, aTimeout(100)])).to.equal(undefined);
    popup.close();
    expect(await outcome).to.include({ code: 'state_mismatch', kind: 'client', clientId: 'shop' });
  });

  it('does not stand in the way of the right one', async () => {
    const { popup, outcome, ...attempt } = await start();
    await loaded(popup);
    say(popup, theirs);
    say(popup, report(attempt));
    expect(await outcome).to.include({ code: 'c' });
  });

  it('means nothing from another window', async () => {
    const { popup, outcome } = await start();
    await loaded(popup);
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    say(frame.contentWindow!, theirs);
    await aTimeout(50);
    popup.close();
    expect(await outcome).to.include({ code: 'popup_closed' });
  });
});

describe('a report over BroadcastChannel and storage', () => {
  const broken = ['', 'code=c', '{"type":', 'null', '{"type":"authorization_response"}', '[]'];

  it('means nothing when it is broken, without an exception', async () => {
    const { outcome, ...attempt } = await start();
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    const thrown: unknown[] = [];
    const onError = (event: ErrorEvent): unknown => thrown.push(event.message);
    addEventListener('error', onError);
    for (const text of broken) {
      frame.contentWindow!.localStorage.setItem(channelName(attempt.state), text);
      broadcast(channelName(attempt.state), text);
    }
    frame.contentWindow!.localStorage.setItem('crm-oauth:other', JSON.stringify(report(attempt)));
    frame.contentWindow!.localStorage.clear();
    expect(await Promise.race([outcome, aTimeout(300)])).to.equal(undefined);
    removeEventListener('error', onError);
    expect(thrown).to.eql([]);
    attempt.cancel();
    expect(await outcome).to.include({ code: 'aborted' });
  });
});

describe('a browser without BroadcastChannel', () => {
  const { BroadcastChannel } = window;
  afterEach(() => Object.assign(window, { BroadcastChannel }));

  const kinds: Record<string, () => void> = {
    'where there is none': () => Reflect.deleteProperty(window, 'BroadcastChannel'),
    'where it throws, as with cookies blocked': () =>
      Object.assign(window, {
        BroadcastChannel: function () {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      }),
  };
  for (const [kind, take] of Object.entries(kinds)) {
    it(`hears its window all the same, ${kind}`, async () => {
      const { popup, outcome, ...attempt } = await inClick(() => {
        take();
        const attempt = create(request());
        attempt.open();
        Object.assign(window, { BroadcastChannel });
        return { ...attempt, outcome: outcomeOf(attempt.response), popup: opened[0]! };
      });
      await loaded(popup);
      say(popup, redirect(attempt));
      expect(await outcome).to.include({ code: 'c' });
    });
  }
});

describe('nothing is left behind by 1,000 attempts', () => {
  const held = countHeld();
  let frame: Window;
  const controller = new AbortController();
  const { signal } = controller;

  beforeEach(async () => {
    frame = (await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`)).contentWindow!;
  });

  /** A window that is a frame, so that its messages have a real source. */
  const linked = (): Window => frame;
  /** A window of which only its being closed matters. */
  const stub = (closed: boolean) => (): Window => {
    const popup = { closed: false, close: () => undefined, focus: () => undefined };
    queueMicrotask(() => (popup.closed = closed));
    return popup as Window;
  };
  const post = (data: unknown): boolean =>
    dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: frame }));

  const endings: Record<
    string,
    {
      open: typeof open;
      options?: AuthorizeOptions;
      focus?: boolean;
      end?: (attempt: WindowAttempt) => void;
      code: string;
    }
  > = {
    success: { open: linked, end: (attempt) => post(redirect(attempt)), code: 'c' },
    refusal: {
      open: linked,
      end: () => post({ client_id: 'shop', error: 'access_denied' }),
      code: 'access_denied',
    },
    'a broadcast report': {
      open: stub(false),
      end: (attempt) => broadcast(channelName(attempt.state), report(attempt)),
      code: 'c',
    },
    'a stored report': {
      open: stub(false),
      end: (attempt) => {
        const newValue = JSON.stringify(report(attempt));
        dispatchEvent(new StorageEvent('storage', { key: channelName(attempt.state), newValue }));
      },
      code: 'c',
    },
    'a close': { open: stub(true), focus: true, code: 'popup_closed' },
    'a severing, then a cancel': {
      open: stub(true),
      focus: false,
      end: (attempt) => setTimeout(() => attempt.cancel(), 900),
      code: 'aborted',
    },
    'a severing, then another window, then a close': {
      open: stub(true),
      focus: false,
      end: (attempt) => {
        setTimeout(() => {
          pretendFocus(true);
          attempt.open();
        }, 900);
      },
      code: 'popup_closed',
    },
    'a block': { open: () => null, code: 'popup_blocked' },
    'a timeout': { open: stub(false), options: { timeout: 10 }, code: 'timeout' },
    'an outcome before the timeout': {
      open: linked,
      options: { timeout: 60_000 },
      end: (attempt) => post(redirect(attempt)),
      code: 'c',
    },
    'an outcome under a signal that never fires': {
      open: linked,
      options: { signal },
      end: (attempt) => post(redirect(attempt)),
      code: 'c',
    },
    'a cancel': { open: stub(false), end: (attempt) => attempt.cancel(), code: 'aborted' },
    'a page that goes': {
      open: stub(false),
      end: () => dispatchEvent(new PageTransitionEvent('pagehide')),
      code: 'aborted',
    },
    'a signal that has fired': {
      open: stub(false),
      options: { signal: AbortSignal.abort() },
      code: 'aborted',
    },
  };

  it('nor held twice by an attempt that opens another window', async () => {
    window.open = stub(false);
    const attempt = create(request(), { timeout: 60_000 });
    attempt.open();
    const { channels, items } = held();
    attempt.open();
    expect(held()).to.include({ channels, items });
    attempt.cancel();
    await outcomeOf(attempt.response);
  });

  for (const [how, { open: opens, options, focus, end, code }] of Object.entries(endings)) {
    it(`that end with ${how}`, async () => {
      window.open = opens;
      if (focus !== undefined) pretendFocus(focus);
      const before = held();
      const outcomes = await Promise.all(
        Array.from({ length: 1000 }, () => {
          const attempt = create(request(), options);
          attempt.open();
          end?.(attempt);
          return outcomeOf(attempt.response);
        }),
      );
      expect(outcomes.every((outcome) => outcome.code === code)).to.equal(true);
      await aTimeout(0);
      expect(held()).to.eql(before);
    });
  }
});
