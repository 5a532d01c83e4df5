import { expect } from '@open-wc/testing';
import { AuthorizationError } from '../../src/consent.js';
import { adapterUrl, frameUrl, type WidgetOptions } from '../../src/ringcentral.js';
import { isOnThisMachine } from '../../src/button/console.js';
import { recordConsole } from '../helpers/console.js';

const errors = recordConsole('error');
const verifier = 'pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E';
const redirectUri = 'https://shop.example/redirect?a=1&b=ü';

const read = (url: string): Record<string, string> => Object.fromEntries(new URL(url).searchParams);

describe('the URL of the widget', () => {
  it('is RingCentral’s own by default', () => {
    const hosted = 'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/';
    expect(adapterUrl({ clientId: 'a b&c' })).to.equal(`${hosted}adapter.js?clientId=a+b%26c`);
    expect(frameUrl({ clientId: 'a b&c' })).to.equal(`${hosted}app.html?clientId=a+b%26c`);
  });

  it('has all that was given, as the widget will decode it', () => {
    const options = {
      clientId: 'shop',
      appServer: 'https://platform.devtest.ringcentral.com',
      redirectUri,
      authorizationCode: 'U0pD+/=',
      authorizationCodeVerifier: verifier,
      prefix: 'phone',
    };
    const parameters = { stylesUri: 'https://shop.example/phone.css' };
    for (const url of [adapterUrl, frameUrl]) {
      const given = url({ ...options, parameters, disableLoginPopup: true });
      expect(read(given)).to.eql({ ...options, ...parameters, disableLoginPopup: '1' });
    }
  });

  it('has nothing that is empty', () => {
    const empty = { appServer: '', redirectUri: undefined, authorizationCode: '', disableLoginPopup: false };
    expect(read(frameUrl({ clientId: 'shop', ...empty, parameters: { brand: '' } }))).to.eql({
      clientId: 'shop',
    });
  });

  it('keeps to the options, whatever the parameters say', () => {
    const parameters = { clientId: 'other', redirectUri: 'https://evil.example/' };
    expect(read(frameUrl({ clientId: 'shop', redirectUri, parameters }))).to.eql({
      clientId: 'shop',
      redirectUri,
    });
  });

  for (const base of ['https://phone.example/widget', 'https://phone.example/widget/']) {
    it(`may be elsewhere: ${base}`, () => {
      expect(frameUrl({ base, clientId: 'shop' })).to.equal(
        'https://phone.example/widget/app.html?clientId=shop',
      );
    });
  }

  const wrong: [what: string, options: Partial<WidgetOptions>, message: RegExp][] = [
    ['no clientId', { clientId: '' }, /clientId is missing/],
    ['http', { appServer: 'http://platform.ringcentral.com' }, /appServer must be a full https URL/],
    ['no scheme', { appServer: 'platform.ringcentral.com' }, /appServer must be a full https URL/],
    ['a relative redirectUri', { redirectUri: '/redirect' }, /redirectUri must be a full https URL/],
    ['javascript:', { base: 'javascript:alert(1)//' }, /base must be a full https URL/],
    ['a jwt alone', { jwt: 'j' }, /jwt needs clientSecret/],
    [
      'a code without its redirectUri',
      { authorizationCode: 'c', authorizationCodeVerifier: verifier },
      /authorizationCode needs the redirectUri/,
    ],
    [
      'a code without its verifier',
      { authorizationCode: 'c', redirectUri },
      /authorizationCodeVerifier must be the code verifier/,
    ],
    [
      'a verifier that is none',
      { authorizationCode: 'c', redirectUri, authorizationCodeVerifier: 'short' },
      /authorizationCodeVerifier must be the code verifier/,
    ],
  ];
  for (const [what, options, message] of wrong) {
    it(`is refused with ${what}`, () => {
      for (const url of [adapterUrl, frameUrl]) {
        expect(() => url({ clientId: 'shop', ...options }))
          .to.throw(AuthorizationError, message)
          .with.property('code', 'invalid_configuration');
      }
    });
  }

  it('may be http on this machine, for the sandbox', () => {
    const appServer = 'http://localhost:4400/ringcentral';
    expect(read(frameUrl({ base: 'http://127.0.0.1:4400/', clientId: 'shop', appServer }))).to.include({
      appServer,
    });
  });

  it('may have secrets on this machine, without a word', () => {
    frameUrl({ clientId: 'shop', clientSecret: 's', jwt: 'j' });
    expect(errors).to.eql([]);
  });
});

describe('a page is public', () => {
  const pages: [url: string, isPublic: boolean][] = [
    ['https://shop.example/', true],
    ['http://shop.example/', true],
    ['https://localhost.example/', true],
    ['https://127.0.0.1.example/', true],
    ['http://10.0.0.7/', true],
    ['http://localhost:8000/', false],
    ['http://shop.localhost:8000/', false],
    ['http://127.0.0.1/', false],
    ['http://[::1]:8000/', false],
    ['file:///index.html', false],
  ];
  for (const [url, expected] of pages) {
    it(`${expected ? '' : 'not '}at ${url}`, () => {
      expect(!isOnThisMachine(new URL(url))).to.equal(expected);
    });
  }
});
