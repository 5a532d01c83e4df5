import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { type AuthorizationError, type AuthorizationResponse, authorize, kommo } from '../../src/consent.js';
import type { CrmOAuthButton } from '../../src/element.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';

// eslint-disable-next-line @typescript-eslint/unbound-method -- It is compared, not called.
const native = window.open;
const focus = Object.getOwnPropertyDescriptor(Document.prototype, 'hasFocus');

describe('fakeConsent()', () => {
  let consent: FakeConsent;
  beforeEach(() => {
    consent = fakeConsent();
  });
  afterEach(() => consent.restore());

  const failure = (promise: Promise<unknown>): Promise<AuthorizationError> =>
    promise.then(
      () => expect.fail('It succeeded.'),
      (error: unknown) => error as AuthorizationError,
    );
  const button = (mode: string): Promise<CrmOAuthButton> =>
    fixture(html`<crm-oauth-button client-id="shop" mode=${mode}></crm-oauth-button>`);

  it('allows as the consent page does in popup mode', async () => {
    const element = await button('popup');
    const success = new Promise<AuthorizationResponse>((resolve) => {
      element.addEventListener('crm-oauth-success', (event) => {
        event.preventDefault();
        resolve(event.response);
      });
    });
    element.click();
    expect(consent.isOpen).to.be.true;
    expect(consent.urls[0]?.origin).to.equal('https://www.kommo.com');
    consent.allow({ code: 'abc', referer: 'acme.kommo.com' });
    const { code, referer, url } = await success;
    expect(code).to.equal('abc');
    expect(referer).to.equal('acme.kommo.com');
    expect(url).to.contain(`${location.origin}/callback?state=`);
    expect(consent.isOpen).to.be.false;
  });

  it('allows as the redirect page does in post_message mode', async () => {
    const element = await button('post_message');
    const outcome = element.authorize();
    consent.allow();
    const { code, state, url } = await outcome;
    expect([code, url]).to.deep.equal(['fake-code', undefined]);
    expect(state).to.equal(consent.urls[0]?.searchParams.get('state'));
  });

  for (const mode of ['popup', 'post_message']) {
    it(`refuses in ${mode} mode`, async () => {
      const outcome = failure((await button(mode)).authorize());
      consent.deny();
      const { code, kind, clientId } = await outcome;
      expect({ code, kind, clientId }).to.deep.equal({
        code: 'access_denied',
        kind: 'provider',
        clientId: 'shop',
      });
    });
  }

  it('answers an authorization behind a button of one’s own', async () => {
    const outcome = authorize(kommo({ clientId: 'shop', state: 'given' }));
    consent.allow();
    expect((await outcome).state).to.equal('given');
  });

  it('lets the redirect page post what it likes', async () => {
    const outcome = authorize(kommo({ clientId: 'shop', mode: 'post_message' }));
    consent.post({ status: 'ok' });
    expect((await outcome).data).to.deep.equal({ status: 'ok' });
  });

  it('has its answers checked: another state means nothing', async () => {
    const outcome = authorize(kommo({ clientId: 'shop' }));
    consent.allow({ state: 'wrong' });
    consent.deny('server_error');
    const error = await failure(outcome);
    expect(error.code).to.equal('server_error');
  });

  it('has its answers checked: another redirect URI’s origin means nothing', async () => {
    consent.restore();
    consent = fakeConsent({ redirectUri: 'https://elsewhere.example/callback' });
    const outcome = authorize(kommo({ clientId: 'shop', mode: 'post_message' }));
    consent.allow();
    consent.deny();
    expect((await failure(outcome)).code).to.equal('access_denied');
  });

  it('closes', async () => {
    const outcome = failure(authorize(kommo({ clientId: 'shop' })));
    consent.close();
    expect((await outcome).code).to.equal('popup_closed');
  });

  it('blocks', async () => {
    consent.block();
    expect((await failure(authorize(kommo({ clientId: 'shop' })))).code).to.equal('popup_blocked');
    expect(consent.urls).to.have.length(1);
    expect(consent.isOpen).to.be.false;
  });

  it('says so when there is no window to answer in', () => {
    expect(() => consent.allow()).to.throw('no window is open');
    expect(() => consent.deny()).to.throw('no window is open');
  });

  it('leaves nothing behind', () => {
    consent.restore();
    expect(window.open === native).to.be.true;
    expect(Object.getOwnPropertyDescriptor(Document.prototype, 'hasFocus')).to.eql(focus);
  });

  it('leaves nothing behind where a document inherits what it replaces, as in happy-dom', () => {
    consent.restore();
    Reflect.deleteProperty(Document.prototype, 'hasFocus');
    Object.defineProperty(Node.prototype, 'hasFocus', focus!);
    try {
      for (let turn = 0; turn < 2; turn += 1) {
        fakeConsent().restore();
        expect(Object.hasOwn(Document.prototype, 'hasFocus')).to.be.false;
      }
    } finally {
      Reflect.deleteProperty(Node.prototype, 'hasFocus');
      Object.defineProperty(Document.prototype, 'hasFocus', focus!);
    }
  });
});
