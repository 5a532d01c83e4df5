import { expect } from '@open-wc/testing';
import {
  type AuthorizationError,
  type AuthorizationRequest,
  authorize,
  kommo,
  oauth2,
  type OpenInShell,
} from '../../src/consent.js';
import { findTransaction } from '../../src/consent/kept-transactions.js';
import type { Outcome } from '../../src/consent/response.js';
import { recordWindows } from '../helpers/windows.js';

const REDIRECT = 'https://shop.example/crm/callback';
const request = kommo({ clientId: 'shop', mode: 'post_message' });
/** A request to another server, with a verifier that is ready. */
const toServer = async (): Promise<AuthorizationRequest> => {
  const request = oauth2({
    authorizationEndpoint: 'https://id.example/authorize',
    clientId: 'shop',
    redirectUri: REDIRECT,
    issuer: 'https://id.example',
  });
  await request.ready;
  return request;
};

const outcomeOf = (response: Promise<Outcome>): Promise<Outcome> =>
  response.catch((error: unknown) => error as AuthorizationError);

/** A shell in which the CRM comes back with these parameters; `STATE` stands for the attempt's state. */
function shell(query: string, redirectUri = REDIRECT): { open: OpenInShell; urls: URL[] } {
  const urls: URL[] = [];
  return {
    urls,
    open(url) {
      urls.push(new URL(url));
      const state = urls[0]!.searchParams.get('state')!;
      return Promise.resolve(`${redirectUri}?${query.replace('STATE', state)}`);
    },
  };
}

describe('in a shell, authorize()', () => {
  const { asked } = recordWindows();
  afterEach(() => {
    expect(asked, 'no window of the page').to.eql([]);
    sessionStorage.clear();
    localStorage.clear();
  });

  it('opens the CRM’s page for a whole page, and reads the URL that came back', async () => {
    const { open, urls } = shell('code=c&state=STATE&referer=acme.kommo.com');
    const response = await authorize(request, { open });
    expect(response).to.include({ code: 'c', referer: 'acme.kommo.com' });
    expect(response.state).to.match(/^[\da-f]{32}$/);
    expect(Object.fromEntries(urls[0]!.searchParams)).to.eql({
      state: response.state,
      mode: 'post_message',
      client_id: 'shop',
    });
    expect(localStorage, 'nothing is left behind').to.have.length(0);
  });

  it('gives the verifier, and compares the issuer', async () => {
    const good = shell('code=c&state=STATE&iss=https://id.example');
    expect((await authorize(await toServer(), good)).codeVerifier).to.match(/^[\w-]{43}$/);
    const bad = shell('code=c&state=STATE&iss=https://evil.example');
    expect(await outcomeOf(authorize(await toServer(), bad))).to.include({ code: 'issuer_mismatch' });
  });

  it('tells a refusal', async () => {
    const { open } = shell('error=access_denied&state=STATE&client_id=shop');
    expect(await outcomeOf(authorize(request, { open }))).to.include({
      code: 'access_denied',
      kind: 'provider',
    });
  });

  it('keeps the transaction in popup mode, in which the page goes on to the redirect URI', async () => {
    const { open } = shell('code=c&state=STATE');
    const { url, state } = await authorize(kommo({ clientId: 'shop' }), { open });
    expect(url).to.equal(`${REDIRECT}?code=c&state=${state}`);
    expect(findTransaction(state)?.provider).to.equal('kommo');
  });

  const wrong: Record<string, [query: string, redirectUri: string, code: string]> = {
    'another state': ['code=c&state=planted', REDIRECT, 'state_mismatch'],
    'no state': ['code=c', REDIRECT, 'state_mismatch'],
    'a state twice': ['code=c&state=STATE&state=planted', REDIRECT, 'invalid_response'],
    'no response': ['state=STATE', REDIRECT, 'invalid_response'],
    'a URL that is none': ['', 'shop', 'invalid_response'],
    'another scheme': ['code=c&state=STATE', 'javascript:alert(1)//', 'invalid_response'],
    'a scheme of its own': ['code=c&state=STATE', 'com.shop:/callback', 'invalid_response'],
    credentials: ['code=c&state=STATE', 'https://shop.example:x@evil.example/', 'invalid_response'],
  };
  for (const [what, [query, redirectUri, code]] of Object.entries(wrong)) {
    it(`takes no URL with ${what}`, async () => {
      const error = await outcomeOf(authorize(request, shell(query, redirectUri)));
      expect(error).to.include({ code, kind: 'client', clientId: 'shop' });
    });
  }

  const elsewhere = ['https://shop.example.evil.example/crm/callback', 'https://shop.example/other'];
  for (const redirectUri of elsewhere) {
    it(`takes no URL but the redirect URI, where it knows that: ${redirectUri}`, async () => {
      const error = await outcomeOf(
        authorize(await toServer(), shell('code=c&state=STATE&iss=https://id.example', redirectUri)),
      );
      expect(error).to.include({ code: 'invalid_response' });
    });
  }

  const cause = new Error('The user closed it.');
  const closings: Record<string, [open: OpenInShell, cause: unknown]> = {
    nothing: [() => Promise.resolve(undefined), undefined],
    'an empty text': [() => Promise.resolve(''), undefined],
    'a rejection': [() => Promise.reject(cause), cause],
    'an exception': [
      () => {
        throw cause;
      },
      cause,
    ],
  };
  for (const [how, [open, expected]] of Object.entries(closings)) {
    it(`is popup_closed when the shell answers with ${how}`, async () => {
      const error = await outcomeOf(authorize(request, { open }));
      expect(error).to.include({ code: 'popup_closed', clientId: 'shop', cause: expected });
    });
  }

  it('tells the shell when the attempt is over', async () => {
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    const open: OpenInShell = (_, over) => {
      signal = over;
      return new Promise(() => undefined);
    };
    const outcome = outcomeOf(authorize(request, { open, signal: controller.signal }));
    expect(signal?.aborted).to.equal(false);
    controller.abort();
    expect(await outcome).to.include({ code: 'aborted' });
    expect(signal?.aborted).to.equal(true);
  });

  it('takes no shell that Object.prototype was given', async () => {
    let isAsked = false;
    const evil: OpenInShell = () => {
      isAsked = true;
      return Promise.resolve(undefined);
    };
    Object.assign(Object.prototype, { open: evil });
    const open = window.open.bind(window);
    window.open = () => null;
    const error = await outcomeOf(authorize(request, {}));
    Reflect.deleteProperty(Object.prototype, 'open');
    window.open = open;
    expect(error).to.include({ code: 'popup_blocked' });
    expect(isAsked).to.equal(false);
  });
});
