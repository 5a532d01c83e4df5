import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type {
  AuthorizationError,
  CrmOAuthButton,
  CrmOAuthErrorEvent,
  CrmOAuthStartEvent,
} from '../../src/index.js';
import '../../src/index.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { click } from '../helpers/click.js';
import { recordWindows } from '../helpers/windows.js';
import { until } from '../helpers/until.js';

describe('states from the page’s server', () => {
  const fetch = window.fetch.bind(window);
  const { now } = Date;
  /** URLs that were asked. */
  let asked: string[];
  let started: string[];
  let errors: string[];
  /** Answers that are on their way. */
  let awaited: Set<Promise<unknown>>;
  let consent: FakeConsent;

  beforeEach(() => {
    consent = fakeConsent();
    [asked, started, errors, awaited] = [[], [], [], new Set()];
    window.fetch = (url, init) => {
      asked.push((url as URL).toString());
      const response = fetch(url, init);
      const answer = response.then((answered) => answered.clone().text());
      awaited.add(answer);
      void answer.catch(() => undefined).then(() => awaited.delete(answer));
      return response;
    };
  });
  afterEach(() => {
    for (const button of document.querySelectorAll('crm-oauth-button')) {
      button.cancel();
      button.remove();
    }
    consent.restore();
    window.fetch = fetch;
    Date.now = now;
  });

  const draw = async (stateUrl: string, attributes: Record<string, string> = {}): Promise<CrmOAuthButton> => {
    const button = document.createElement('crm-oauth-button');
    // What a button of an earlier test still does is no concern of this one.
    const [states, codes] = [started, errors];
    Object.entries({
      'client-id': 'shop',
      mode: 'post_message',
      'state-url': stateUrl,
      ...attributes,
    }).forEach(([name, value]) => button.setAttribute(name, value));
    button.addEventListener('crm-oauth-start', ({ state }: CrmOAuthStartEvent) => states.push(state));
    button.addEventListener('crm-oauth-error', ({ error }: CrmOAuthErrorEvent) => codes.push(error.code));
    await fixture(html`${button}`);
    return button;
  };
  const stateOf = (url: URL | undefined): string | null | undefined => url?.searchParams.get('state');
  /** Waits until every answer has arrived, and the button has read it. */
  const answered = async (): Promise<void> => {
    await aTimeout(50);
    await until(() => awaited.size === 0);
    await aTimeout(50);
  };

  it('is asked for ahead of the click, which waits for nothing', async () => {
    const button = await draw('/test/state');
    await answered();
    expect(asked).to.eql([new URL('/test/state', location.href).href]);
    button.click();
    expect(consent.urls, 'in the task of the click').to.have.length(1);
    expect(stateOf(consent.urls[0]))
      .to.match(/^state-/)
      .and.equal(started[0]);
  });

  it('is a new one for each attempt', async () => {
    const button = await draw('/test/state?one');
    await answered();
    button.click();
    consent.deny();
    await until(() => button.status === 'denied');
    await answered();
    button.click();
    consent.allow();
    await until(() => button.status === 'authorized');
    expect(started).to.have.length(2);
    expect(started[0]).to.not.equal(started[1]);
    await answered();
    const mine = asked.filter((url) => url.endsWith('?one'));
    expect(mine, 'the next one is there already').to.have.length(3);
  });

  it('wins over the attribute state', async () => {
    const button = await draw('/test/state', { state: 'of the page' });
    await answered();
    button.click();
    expect(started[0]).to.match(/^state-/);
  });

  it('is asked for again after ten minutes, for the server forgets it', async () => {
    const button = await draw('/test/state');
    await answered();
    const later = now() + 11 * 60_000;
    Date.now = () => later;
    button.click();
    await until(() => started.length);
    expect(asked).to.have.length.of.at.least(2);
    expect(stateOf(consent.urls[0])).to.equal(started[0]);
  });

  describe('that comes with PKCE’s challenge', () => {
    const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const crm = { provider: 'ringcentral', redirect_uri: 'https://shop.example/callback' };
    const pkceOf = (url: URL | undefined): unknown =>
      ['code_challenge', 'code_challenge_method'].map((name) => url?.searchParams.get(name));
    const { subtle } = crypto;
    const setSubtle = (value: unknown): unknown =>
      Object.defineProperty(crypto, 'subtle', { value, configurable: true });
    afterEach(() => setSubtle(subtle));

    it('is told apart from a server that gives none: then the page makes its own', async () => {
      const button = await draw('/test/state', crm);
      await answered();
      const outcome = button.authorize();
      await until(() => consent.urls.length);
      consent.allow();
      expect((await outcome).codeVerifier).to.match(/^[\w-]{43}$/);
      expect(pkceOf(consent.urls[0])).to.include('S256').and.not.include(CHALLENGE);
    });

    for (const delay of [0, 400]) {
      it(`sends it as it is, and has no verifier, after ${delay} ms`, async () => {
        setSubtle(undefined);
        const button = await draw(`/test/state?challenge=${CHALLENGE}&delay=${delay}`, crm);
        if (!delay) await answered();
        const outcome = button.authorize();
        await until(() => consent.urls.length);
        expect(pkceOf(consent.urls[0])).to.eql([CHALLENGE, 'S256']);
        expect(stateOf(consent.urls[0])).to.match(/^state-/);
        consent.allow();
        const { state, codeVerifier } = await outcome;
        expect([state, codeVerifier]).to.eql([started[0], undefined]);
      });
    }

    it('is of no concern to a CRM without PKCE', async () => {
      const button = await draw(`/test/state?challenge=${CHALLENGE}`);
      await answered();
      button.click();
      expect(pkceOf(consent.urls[0])).to.eql([null, null]);
    });

    const malformed = {
      'is empty': 'challenge=',
      'is too short': `challenge=${CHALLENGE.slice(1)}`,
      'is too long': `challenge=${CHALLENGE}A`,
      'is padded': `challenge=${CHALLENGE.slice(1)}%3D`,
      'is base64': `challenge=${CHALLENGE.slice(1)}%2B`,
      'ends in a line break': `challenge=${CHALLENGE}%0A`,
      'is hexadecimal': `challenge=${'0'.repeat(64)}`,
    };
    for (const [how, query] of Object.entries(malformed)) {
      it(`is state_unavailable if the challenge ${how}`, async () => {
        const button = await draw(`/test/state?${query}`, crm);
        const { code, message } = await button.authorize().then(
          () => expect.fail('It started.'),
          (error: unknown) => error as AuthorizationError,
        );
        expect(code).to.equal('state_unavailable');
        expect(message).to.include('codeChallenge must have 43 characters of base64url');
        expect(consent.urls).to.eql([]);
      });
    }
  });

  describe('that is not there yet at the click', () => {
    it('finds the window open, and the window goes on once it is there', async () => {
      const button = await draw('/test/state?delay=600');
      button.click();
      expect(consent.isOpen, 'in the task of the click').to.equal(true);
      expect(consent.urls).to.have.length(0);
      expect(button.status).to.equal('waiting');
      await until(() => consent.urls.length);
      expect(stateOf(consent.urls[0])).to.equal(started[0]);
      consent.allow();
      await until(() => button.status === 'authorized' || errors.length);
      expect(errors).to.eql([]);
    });

    it('opens one window, however often the button is clicked', async () => {
      const button = await draw('/test/state?delay=400');
      const outcomes = [button.authorize(), button.authorize()];
      expect(outcomes[0]).to.equal(outcomes[1]);
      await until(() => consent.urls.length);
      consent.allow();
      expect((await outcomes[0]!).state).to.equal(started[0]);
    });

    const endings: Record<string, [end: (button: CrmOAuthButton) => void, code: string]> = {
      'cancel()': [(button) => button.cancel(), 'aborted'],
      'a visitor who closes the window': [() => consent.close(), 'popup_closed'],
      'a page that goes': [() => dispatchEvent(new PageTransitionEvent('pagehide')), 'aborted'],
    };
    for (const [how, [end, code]] of Object.entries(endings)) {
      it(`ends with ${how}`, async () => {
        const button = await draw('/test/state?delay=5000');
        button.click();
        end(button);
        await until(() => errors.length);
        expect(errors).to.eql([code]);
        expect(button.status).to.equal('idle');
        expect(consent.isOpen).to.equal(false);
        expect(started).to.eql([]);
      });
    }

    it('ends with the signal, whose reason is the cause', async () => {
      const button = await draw('/test/state?delay=5000');
      const controller = new AbortController();
      const outcome = button.authorize(controller).catch((error: unknown) => error as Error);
      const reason = new Error('Never mind.');
      controller.abort(reason);
      expect(await outcome).to.include({ code: 'aborted', cause: reason });
      expect(consent.isOpen).to.equal(false);
    });

    it('is of no use to a listener that prevents the attempt: the window closes', async () => {
      const button = await draw('/test/state?delay=300');
      button.addEventListener('crm-oauth-start', (event) => event.preventDefault());
      button.click();
      await until(() => errors.length);
      expect(errors).to.eql(['aborted']);
      expect([consent.isOpen, consent.urls.length]).to.eql([false, 0]);
    });

    it('leaves a link where the window is blocked', async () => {
      consent.block();
      const button = await draw('/test/state?delay=300');
      button.click();
      await until(() => button.status === 'blocked' && button.shadowRoot!.querySelector('a'));
      expect(button.shadowRoot!.querySelector('a')!.href).to.include(`state=${started[0]!}`);
    });
  });

  describe('that the server does not give', () => {
    const said: unknown[] = [];
    const { error } = console;
    beforeEach(() => (console.error = (text: unknown) => said.push(text)));
    afterEach(() => {
      console.error = error;
      said.length = 0;
    });

    const refusals = {
      'answers with 401': '/test/state?status=401',
      'answers with a page': '/test/state?answer=html',
      'answers without one': '/test/state?answer=none',
      'answers with a list': '/test/state?answer=list',
      'answers with a number': '/test/state?answer=number',
    };
    for (const [how, url] of Object.entries(refusals)) {
      it(`is state_unavailable if it ${how}, and the window closes`, async () => {
        const button = await draw(url);
        await answered();
        expect(said, 'nobody has clicked').to.eql([]);
        button.click();
        await until(() => errors.length);
        expect(errors).to.eql(['state_unavailable']);
        expect(button.status).to.equal('error');
        expect(consent.isOpen).to.equal(false);
        expect(String(said[0])).to.include('state-url').and.include('{"state": "…"}');
      });
    }

    const foreign = ['https://evil.example/state', '//evil.example/state', 'javascript:alert(1)', 'data:,{}'];
    for (const url of foreign) {
      it(`is never asked for elsewhere: ${url}`, async () => {
        const button = await draw(url);
        button.click();
        await until(() => errors.length);
        expect(errors).to.eql(['invalid_configuration']);
        expect(asked).to.eql([]);
        // The console hears each message once.
        expect(
          said.filter((text) => !String(text).includes('state-url must be a URL of this origin')),
        ).to.eql([]);
      });
    }
  });
});

describe('a real window', () => {
  const { opened } = recordWindows();

  it('that was opened for a state goes on to the CRM', async () => {
    const button = await fixture<CrmOAuthButton>(html`
      <crm-oauth-button
        client-id="shop"
        server=${location.origin}
        state-url="/test/state?delay=500"
      ></crm-oauth-button>
    `);
    await click(button);
    expect(opened).to.have.length(1);
    await until(() => opened[0]!.location.pathname === '/oauth/');
    expect(new URLSearchParams(opened[0]!.location.search).get('state')).to.match(/^state-/);
    button.cancel();
    await until(() => opened[0]!.closed);
  });
});
