import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { oauth2, type OAuth2Options } from '../../src/providers/oauth2/request.js';
import { codeChallenge } from '../../src/providers/pkce.js';

const PAGE = 'https://shop.example/';
const OPTIONS: OAuth2Options = {
  authorizationEndpoint: 'https://id.example/authorize',
  clientId: 'shop',
  redirectUri: 'https://shop.example/callback',
};

/** Of RFC 7636, appendix B. */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const prepare = async (options: Partial<OAuth2Options> = {}) => {
  const request = oauth2({ ...OPTIONS, ...options });
  await request.ready;
  return request.prepare('s', PAGE);
};
const queryOf = async (options?: Partial<OAuth2Options>): Promise<Record<string, string>> =>
  Object.fromEntries(new URL((await prepare(options)).url).searchParams);

describe('oauth2()', () => {
  it('asks for a code, with PKCE', async () => {
    const { url, codeVerifier } = await prepare({ scope: 'openid email' });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).to.equal('https://id.example/authorize');
    expect(codeVerifier).to.match(/^[\w-]{43}$/);
    expect(Object.fromEntries(searchParams)).to.eql({
      response_type: 'code',
      client_id: 'shop',
      redirect_uri: 'https://shop.example/callback',
      scope: 'openid email',
      state: 's',
      code_challenge: await codeChallenge(codeVerifier!),
      code_challenge_method: 'S256',
    });
  });

  it('has a verifier of its own for each attempt', async () => {
    const request = oauth2(OPTIONS);
    await request.ready;
    const first = request.prepare('s', PAGE);
    await oauth2(OPTIONS).ready;
    const second = request.prepare('s', PAGE);
    expect(first.codeVerifier).not.to.equal(second.codeVerifier);
  });

  it('does without PKCE where it is switched off', async () => {
    const { url, codeVerifier } = await prepare({ pkce: false });
    expect(codeVerifier).to.equal(undefined);
    expect([...new URL(url).searchParams.keys()]).to.eql([
      'response_type',
      'client_id',
      'redirect_uri',
      'state',
    ]);
    expect(oauth2({ ...OPTIONS, pkce: false }).ready).to.equal(undefined);
  });

  for (const pkce of [undefined, true, false]) {
    it(`sends a challenge of the server’s, and keeps no verifier: pkce ${pkce}`, () => {
      const request = oauth2({ ...OPTIONS, codeChallenge: CHALLENGE, pkce });
      expect(request.ready).to.equal(undefined);
      const { url, codeVerifier } = request.prepare('s', PAGE);
      const { code_challenge, code_challenge_method } = Object.fromEntries(new URL(url).searchParams);
      expect([code_challenge, code_challenge_method]).to.eql([CHALLENGE, 'S256']);
      expect(codeVerifier).to.equal(undefined);
    });
  }

  it('leaves the pair that is ready to the next request', async () => {
    const request = oauth2(OPTIONS);
    await request.ready;
    oauth2({ ...OPTIONS, codeChallenge: CHALLENGE }).prepare('s', PAGE);
    expect(request.prepare('s', PAGE).codeVerifier).to.match(/^[\w-]{43}$/);
  });

  for (const codeChallenge of ['', CHALLENGE.slice(1), `${CHALLENGE}=`, `${CHALLENGE}\n`, [CHALLENGE]]) {
    it(`takes no challenge such as ${JSON.stringify(codeChallenge)}`, () => {
      const options = { ...OPTIONS, codeChallenge } as OAuth2Options;
      expect(() => oauth2(options).prepare('s', PAGE)).to.throw(TypeError, 'codeChallenge must have 43');
    });
  }

  it('leaves the endpoint’s own query as it is', async () => {
    const authorizationEndpoint = 'https://id.example/authorize?tenant=a%20b+c&flag&x=%2f';
    const { url } = await prepare({ authorizationEndpoint });
    expect(url.startsWith(`${authorizationEndpoint}&response_type=code&`)).to.equal(true);
  });

  it('sends further parameters', async () => {
    const query = await queryOf({
      parameters: { prompt: 'consent', audience: 'https://api.example/?a=b+c' },
    });
    expect(query).to.include({ prompt: 'consent', audience: 'https://api.example/?a=b+c' });
  });

  it('gives a server every value to the character', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 });
    const redirectUri = value
      .map((text) => `https://shop.example/callback?${text.replaceAll('#', '')}%20%2B+%zz`)
      .filter((uri) => URL.canParse(uri));
    fc.assert(
      fc.property(value, redirectUri, value, value, (clientId, uri, scope, state) => {
        const request = oauth2({ ...OPTIONS, clientId, redirectUri: uri, scope, pkce: false });
        expect([...new URL(request.prepare(state, PAGE).url).searchParams]).to.eql([
          ['response_type', 'code'],
          ['client_id', clientId],
          ['redirect_uri', uri],
          ['scope', scope],
          ['state', state],
        ]);
      }),
    );
  });

  it('writes a space as %20, which cannot be taken for a plus', async () => {
    const { url } = await prepare({ scope: 'a b+c' });
    expect(url).to.include('scope=a%20b%2Bc&');
  });

  it('lets nobody but the redirect page speak', () => {
    const request = oauth2(OPTIONS);
    for (const origin of ['https://id.example', 'https://shop.example', 'null', '']) {
      expect(request.isConsentOrigin(origin), origin).to.equal(false);
    }
    expect(request.mode).to.equal('report');
  });

  const wrong: Record<string, [Partial<OAuth2Options>, RegExp]> = {
    'no endpoint': [{ authorizationEndpoint: '' }, /authorizationEndpoint \(authorization-endpoint\).*https/],
    'an endpoint without TLS': [{ authorizationEndpoint: 'http://id.example/' }, /authorization-endpoint/],
    'an endpoint that is a path': [{ authorizationEndpoint: '/authorize' }, /authorization-endpoint/],
    'an endpoint that is a script': [
      { authorizationEndpoint: 'javascript:alert(1)' },
      /must be a full https/,
    ],
    'an endpoint with a fragment': [
      { authorizationEndpoint: 'https://id.example/#/authorize' },
      /authorization-endpoint.*fragment/,
    ],
    'no client id': [{ clientId: '' }, /clientId \(client-id\) is missing/],
    'no redirect URI': [{ redirectUri: '' }, /redirectUri \(redirect_uri\)/],
    'a relative redirect URI': [{ redirectUri: '/callback' }, /redirect_uri.*"\/callback"/],
    'a redirect URI without TLS': [{ redirectUri: 'http://shop.example/' }, /redirect_uri/],
    'a redirect URI with a fragment': [{ redirectUri: 'https://shop.example/#' }, /redirect_uri.*fragment/],
    'a parameter that is sent anyway': [{ parameters: { state: 'x' } }, /state is sent anyway/],
    'such a parameter in the endpoint': [
      { authorizationEndpoint: 'https://id.example/?client_id=x' },
      /client_id is sent anyway/,
    ],
  };
  for (const [what, [options, message]] of Object.entries(wrong)) {
    it(`names what is wrong with ${what}`, () => {
      const request = oauth2({ ...OPTIONS, pkce: false, ...options });
      expect(() => request.prepare('s', PAGE)).to.throw(TypeError, message);
    });
  }

  for (const base of ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:1']) {
    it(`takes ${base} for development`, async () => {
      const query = await queryOf({ authorizationEndpoint: `${base}/auth`, redirectUri: `${base}/callback` });
      expect(query.redirect_uri).to.equal(`${base}/callback`);
    });
  }
});
