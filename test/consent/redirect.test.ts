import { expect } from '@open-wc/testing';
import { AuthorizationError, authorizeWithRedirect, kommo, type RedirectOptions } from '../../src/consent.js';
import { completeAuthorization } from '../../src/callback.js';
import { handOver, takeReturned } from '../../src/consent/handoff.js';
import {
  findTransaction,
  keepTransaction,
  type KeptTransaction,
} from '../../src/consent/kept-transactions.js';

const kept: KeptTransaction = {
  provider: 'kommo',
  clientId: 'shop',
  mode: 'post_message',
  state: 's',
  codeVerifier: 'v',
  issuer: undefined,
  redirectUri: undefined,
  returnTo: '/settings',
  appState: { cart: [1] },
};
const URL_BACK = 'https://shop.example/callback?code=c&state=s&referer=acme.kommo.com';

const clear = (): void => {
  localStorage.clear();
  sessionStorage.clear();
};
afterEach(clear);

describe('authorizeWithRedirect()', () => {
  const fails = async (options: RedirectOptions): Promise<AuthorizationError> => {
    const error: unknown = await authorizeWithRedirect(kommo({ clientId: 'shop' }), options).catch(
      (error: unknown) => error,
    );
    expect(error).to.be.instanceOf(AuthorizationError);
    expect([localStorage.length, sessionStorage.length]).to.eql([0, 0]);
    return error as AuthorizationError;
  };

  for (const returnTo of [
    'javascript:alert(1)',
    '//evil.example',
    'https://evil.example/',
    'https://a:b@c/',
  ]) {
    it(`rejects, and goes nowhere, with returnTo ${returnTo}`, async () => {
      const error = await fails({ returnTo });
      expect(error).to.include({ code: 'invalid_configuration', clientId: 'shop' });
      expect(error.message).to.include('returnTo').and.include('this origin');
    });
  }

  it('rejects with data that is no JSON', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(await fails({ appState: circle })).to.include({ code: 'invalid_configuration' });
  });

  it('rejects with a request that lacks something', async () => {
    const error: unknown = await authorizeWithRedirect(kommo({})).catch((error: unknown) => error);
    expect(error).to.include({ code: 'invalid_configuration' });
  });

  it('rejects where nothing can be kept', async () => {
    const real = ['localStorage', 'sessionStorage'].map(
      (name) => [name, Object.getOwnPropertyDescriptor(window, name)!] as const,
    );
    for (const [name] of real) Object.defineProperty(window, name, { configurable: true, value: null });
    const error: unknown = await authorizeWithRedirect(kommo({ clientId: 'shop' })).catch(
      (error: unknown) => error,
    );
    for (const [name, descriptor] of real) Object.defineProperty(window, name, descriptor);
    expect(error).to.include({ code: 'unsupported_environment', clientId: 'shop' });
  });
});

describe('a response that was handed over', () => {
  it('is taken once, with everything that was kept', () => {
    handOver({ ...kept, time: Date.now() } as KeptTransaction, URL_BACK);
    expect(completeAuthorization()).to.include({
      code: 'c',
      state: 's',
      referer: 'acme.kommo.com',
      codeVerifier: 'v',
      returnTo: '/settings',
      url: undefined,
    });
    expect(completeAuthorization()).to.equal(undefined);
    expect(sessionStorage).to.have.length(0);
  });

  it('is a refusal with everything that was kept', () => {
    handOver(
      { ...kept, time: Date.now() } as KeptTransaction,
      'https://shop.example/?error=access_denied&state=s',
    );
    expect(completeAuthorization)
      .to.throw(AuthorizationError)
      .and.to.deep.include({
        code: 'access_denied',
        kind: 'provider',
        returnTo: '/settings',
        appState: { cart: [1] },
      });
  });

  it('is for whoever made the request, and waits for them', () => {
    handOver({ ...kept, time: Date.now() } as KeptTransaction, URL_BACK);
    expect(takeReturned(({ clientId }) => clientId === 'other')).to.equal(undefined);
    expect(takeReturned(({ clientId }) => clientId === 'shop')).to.include({ code: 'c' });
  });

  it('in popup mode goes on to the redirect URI, for which the transaction is kept', () => {
    handOver({ ...kept, mode: 'popup', time: Date.now() } as KeptTransaction, URL_BACK);
    expect(takeReturned(() => true)).to.include({ url: URL_BACK });
    expect(findTransaction('s')).to.include({ provider: 'kommo' });
    expect(findTransaction('s')?.returnTo, 'that page does not come back again').to.equal(undefined);
  });

  const hostile: Record<string, string> = {
    'another state': 'https://shop.example/?code=c&state=planted',
    'a state twice': 'https://shop.example/?code=c&state=s&state=s',
    'no response': 'https://shop.example/?state=s',
  };
  for (const [what, url] of Object.entries(hostile)) {
    it(`is state_mismatch with ${what}`, () => {
      handOver({ ...kept, time: Date.now() } as KeptTransaction, url);
      expect(completeAuthorization).to.throw(AuthorizationError).and.to.include({ code: 'state_mismatch' });
    });
  }

  it('is state_mismatch where it has come to the redirect URI of another provider', () => {
    const strict = { ...kept, redirectUri: 'https://shop.example/callback/kommo', time: Date.now() };
    handOver(strict, 'https://shop.example/callback/hubspot?code=c&state=s');
    expect(completeAuthorization).to.throw(AuthorizationError).and.to.include({ code: 'state_mismatch' });
    handOver(strict, 'https://shop.example/callback/kommo?code=c&state=s');
    expect(completeAuthorization()).to.include({ code: 'c' });
  });

  it('is issuer_mismatch with another issuer, on errors too', () => {
    for (const query of ['code=c', 'error=access_denied', 'code=c&iss=https://evil.example']) {
      const strict = { ...kept, issuer: 'https://id.example', time: Date.now() } as KeptTransaction;
      handOver(strict, `https://shop.example/?state=s&${query}`);
      expect(completeAuthorization).to.throw(AuthorizationError).and.to.include({ code: 'issuer_mismatch' });
    }
  });

  it('is none where it is over, or something else stands in its place', () => {
    const items = [
      '',
      '{',
      '[]',
      'null',
      JSON.stringify({ ...kept, time: Date.now() - 21 * 60_000, url: URL_BACK }),
    ];
    for (const item of items) {
      sessionStorage.setItem('crm-oauth-returned', item);
      expect(completeAuthorization(), item).to.equal(undefined);
    }
    const noUrl = { ...kept, time: Date.now() };
    sessionStorage.setItem('crm-oauth-returned', JSON.stringify(noUrl));
    expect(completeAuthorization(), 'without a URL').to.equal(undefined);
  });
});

describe('completeAuthorization() on the redirect page', () => {
  const { href } = location;
  afterEach(() => history.replaceState(null, '', href));

  it('gives the response with returnTo and appState, and clears the URL', () => {
    keepTransaction(kept, 'localStorage');
    const before = location.search;
    const query = new URLSearchParams(before);
    for (const [name, value] of new URL(URL_BACK).searchParams) query.set(name, value);
    history.replaceState(null, '', `?${query.toString()}`);
    const response = completeAuthorization()!;
    expect(response).to.include({ code: 'c', codeVerifier: 'v', returnTo: '/settings' });
    expect(response.appState).to.eql({ cart: [1] });
    expect(location.search).to.equal(before);
    expect(findTransaction('s')).to.equal(undefined);
  });
});
