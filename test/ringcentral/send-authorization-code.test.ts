import { expect } from '@open-wc/testing';
import { AuthorizationError, type AuthorizationResponse } from '../../src/consent.js';
import { readParameters } from '../../src/consent/response.js';
import { sendAuthorizationCode } from '../../src/ringcentral.js';
import { type FakeWidget, fakeWidget } from '../helpers/fake-widget.js';

const redirectUri = 'https://shop.example/redirect?a=1';
const codeVerifier = 'pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E';
const request = { clientId: 'shop', redirectUri };
/** As `authorize()` gives it, with the state compared. */
const verified = (params: Record<string, string>, codeVerifier?: string): AuthorizationResponse =>
  readParameters(params, { state: 's1', clientId: 'shop', codeVerifier }) as AuthorizationResponse;
const response = verified({ code: 'U0pD/+=&', state: 's1' }, codeVerifier);
/** As a page might read it from a URL. */
const bare = { code: 'c', state: 's1', codeVerifier };

let widget: FakeWidget;
afterEach(() => widget.frame.remove());

const load = async (options: Record<string, string> = request): Promise<void> => {
  widget = await fakeWidget(`?${new URLSearchParams(options)}`);
};

/** Messages that the widget gets. */
async function callback(): Promise<Record<string, string> | undefined> {
  await widget.settle();
  const [message, ...others] = widget.received;
  expect(others).to.eql([]);
  if (!message) return undefined;
  const { type, callbackUri } = message;
  expect(type).to.equal('rc-adapter-authorization-code');
  const url = new URL(callbackUri as string);
  expect(url.origin + url.pathname).to.equal('https://shop.example/redirect');
  return Object.fromEntries(url.searchParams);
}

describe('an authorization code', () => {
  it('is handed over with its state and its verifier', async () => {
    await load();
    sendAuthorizationCode(widget.frame, response, request);
    expect(await callback()).to.eql({ a: '1', code: 'U0pD/+=&', state: 's1', code_verifier: codeVerifier });
  });

  it('is handed over from a page that says which state it has sent', async () => {
    await load();
    sendAuthorizationCode(widget.frame, bare, { ...request, state: 's1' });
    expect(await callback()).to.eql({ a: '1', code: 'c', state: 's1', code_verifier: codeVerifier });
  });

  it('needs no verifier in a widget with a client secret', async () => {
    await load({ ...request, clientSecret: 'secret' });
    sendAuthorizationCode(widget.frame, verified({ code: 'c', state: 's1' }), request);
    expect(await callback()).to.eql({ a: '1', code: 'c', state: 's1' });
  });

  type Case = [what: string, code: string, message: RegExp, response: object, request?: object];
  const refused: Case[] = [
    ['another state than was sent', 'state_mismatch', /attacker/, response, { ...request, state: 's2' }],
    ['a state that was changed', 'state_mismatch', /request\.state/, { ...response, state: 's2' }],
    ['a state that nobody knows', 'state_mismatch', /request\.state/, bare],
    ['a copy of a response that was compared', 'state_mismatch', /request\.state/, { ...response }],
    [
      'parameters that vouch for themselves',
      'state_mismatch',
      /request\.state/,
      { ...bare, params: { state: 's1' } },
    ],
    ['an empty state', 'state_mismatch', /request\.state/, { ...bare, state: '' }, { ...request, state: '' }],
    [
      'the state of a prototype',
      'state_mismatch',
      /request\.state/,
      bare,
      Object.assign(Object.create({ state: 's1' }) as object, request),
    ],
    ['no state', 'state_mismatch', /attacker/, { ...bare, state: undefined }, { ...request, state: 's1' }],
    ['no state at all', 'state_mismatch', /request\.state/, { code: 'c', codeVerifier }],
    ['no code', 'invalid_response', /code/, { ...bare, code: undefined }, { ...request, state: 's1' }],
    ['no verifier', 'invalid_configuration', /codeVerifier/, verified({ code: 'c', state: 's1' })],
    [
      'a verifier that is none',
      'invalid_configuration',
      /codeVerifier/,
      verified({ code: 'c', state: 's1' }, 'x'),
    ],
    [
      'another redirectUri than the widget’s',
      'invalid_configuration',
      /redirectUri must be the same .* "https:\/\/shop\.example\/redirect\?a=1" .* "https:\/\/shop\.example\/redirect\?a=1\/"/,
      response,
      { ...request, redirectUri: `${redirectUri}/` },
    ],
    ['no redirectUri', 'invalid_configuration', /redirectUri/, response, { clientId: 'shop' }],
    [
      'another clientId than the widget’s',
      'invalid_configuration',
      /clientId must be the same/,
      response,
      { ...request, clientId: 'forum' },
    ],
  ];
  for (const [what, code, message, given, asked = request] of refused) {
    it(`is not handed over with ${what}`, async () => {
      await load();
      expect(() => sendAuthorizationCode(widget.frame, given as AuthorizationResponse, asked))
        .to.throw(AuthorizationError, message)
        .with.property('code', code);
      expect(await callback()).to.equal(undefined);
    });
  }

  it('is not handed over to a widget that has no redirectUri of the page’s', async () => {
    await load({ clientId: 'shop' });
    expect(() => sendAuthorizationCode(widget.frame, response, request)).to.throw(
      AuthorizationError,
      /redirectUri/,
    );
    expect(await callback()).to.equal(undefined);
  });
});
