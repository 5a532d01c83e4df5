import { expect, fixture, html } from '@open-wc/testing';
import { AuthorizationError } from '../../src/consent/errors.js';
import { type Expectation, type Outcome, readMessage, readReport } from '../../src/consent/response.js';

const CONSENT = 'https://www.kommo.com';
const REDIRECT = 'https://shop.example';

const expected: Expectation = {
  state: 'ours',
  mode: 'popup',
  clientId: 'shop',
  isConsentOrigin: (origin) => origin === CONSENT,
  redirectOrigins: [REDIRECT],
};
const metadata: Expectation = { ...expected, clientId: undefined };
const reporting: Expectation = { ...expected, mode: 'post_message' };
const strict: Expectation = { ...expected, mode: 'report', isConsentOrigin: () => false };

const redirect = (query: string, base = 'https://shop.example/callback'): { url: string } => ({
  url: `${base}?${query}`,
});

/** Reads a message from the attempt's own window; any window will do for that. */
const read = (data: unknown, origin: string, expectation: Expectation): Outcome | undefined =>
  readMessage({ data, origin, source: window }, window, expectation);

describe('any other window', () => {
  const data = redirect('code=c&state=ours');

  it('means nothing', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    for (const source of [frame.contentWindow, new MessageChannel().port1, null]) {
      expect(readMessage({ data, origin: CONSENT, source }, window, expected)).to.equal(undefined);
      expect(readMessage({ data: {}, origin: REDIRECT, source }, window, reporting)).to.equal(undefined);
    }
  });

  it('means nothing while there is no window of ours', () => {
    for (const source of [window, null]) {
      expect(readMessage({ data, origin: CONSENT, source }, undefined, expected)).to.equal(undefined);
    }
  });
});

describe('a report out of the window’s sight', () => {
  const report = (response: unknown): unknown => ({ type: 'authorization_response', response });

  it('settles the attempt whose state it carries', () => {
    expect(readReport(report({ code: 'c', state: 'ours' }), expected)).to.include({
      code: 'c',
      state: 'ours',
    });
    expect(readReport(report({ error: 'access_denied', state: 'ours' }), reporting)).to.include({
      code: 'access_denied',
    });
  });

  describe('that has arrived at another redirect URI', () => {
    const arrived = (redirect_uri: unknown) => ({
      type: 'authorization_response',
      response: { code: 'c', state: 'ours' },
      redirect_uri,
    });
    const here: Expectation = {
      ...expected,
      mode: 'report',
      redirectUri: 'https://shop.example/callback/kommo.html',
    };

    for (const place of [
      'https://shop.example/callback/hubspot.html',
      'https://shop.example/',
      'https://www.shop.example/callback/kommo.html',
      'https://shop.example/callback/kommo/x',
    ]) {
      it(`counts as another attempt’s: ${place}`, () => {
        let isOther = false;
        const onOtherState = (): void => {
          isOther = true;
        };
        expect(readReport(arrived(place), { ...here, onOtherState })).to.equal(undefined);
        expect(isOther).to.equal(true);
        expect(read(arrived(place), REDIRECT, here)).to.equal(undefined);
      });
    }

    it('is no matter of “.html”, of a slash or of a query, nor where nobody says or knows', () => {
      for (const place of [
        here.redirectUri,
        'https://shop.example/callback/kommo',
        'https://shop.example/callback/kommo/?code=c',
        undefined,
        7,
        '',
      ]) {
        expect(readReport(arrived(place), here), String(place)).to.include({ code: 'c' });
      }
      expect(readReport(arrived('https://shop.example/x'), expected)).to.include({ code: 'c' });
    });
  });

  const meaningless = [
    report({ code: 'c', state: 'theirs' }),
    report({ code: 'c' }),
    report({ state: 'ours' }),
    report(null),
    { code: 'c', state: 'ours' },
    { response: { code: 'c', state: 'ours' } },
    { status: 'ok' },
    redirect('code=c&state=ours'),
    'text',
    null,
    undefined,
  ];
  for (const data of meaningless) {
    it(`means nothing with ${JSON.stringify(data)}`, () => {
      expect(readReport(data, expected)).to.equal(undefined);
      expect(readReport(data, reporting)).to.equal(undefined);
    });
  }
});

describe('the issuer', () => {
  const issued: Expectation = { ...expected, issuer: 'https://id.example' };
  const from = (iss: string): { url: string } => redirect(`code=c&state=ours&iss=${encodeURIComponent(iss)}`);

  it('is compared where the server is known to name it', () => {
    expect(read(from('https://id.example'), CONSENT, issued)).to.include({ code: 'c' });
    const others = ['https://evil.example', 'https://id.example/', 'https://ID.example', ''].map(from);
    for (const data of [...others, redirect('code=c&state=ours')]) {
      expect(read(data, CONSENT, issued), data.url).to.include({
        code: 'issuer_mismatch',
        kind: 'client',
        clientId: 'shop',
      });
    }
  });

  it('is compared in a report', () => {
    const report = (iss?: string) => ({
      type: 'authorization_response',
      response: { code: 'c', state: 'ours', iss },
    });
    expect(read(report('https://id.example'), REDIRECT, issued)).to.include({ code: 'c' });
    for (const data of [report(), report('https://evil.example')]) {
      expect(read(data, REDIRECT, issued)).to.include({ code: 'issuer_mismatch' });
      expect(readReport(data, issued)).to.include({ code: 'issuer_mismatch' });
    }
  });

  it('is compared on errors, too', () => {
    const data = redirect('error=access_denied&state=ours&iss=https://evil.example');
    expect(read(data, CONSENT, issued)).to.include({ code: 'issuer_mismatch' });
  });

  it('means nothing where the server has none', () => {
    expect(read(from('https://anything.example'), CONSENT, expected)).to.include({ code: 'c' });
  });
});

describe('the consent page', () => {
  it('hands over a redirect with a code', () => {
    const data = redirect('code=c&state=ours&referer=acme.kommo.com&client_id=shop');
    expect(read(data, CONSENT, expected)).to.eql({
      code: 'c',
      state: 'ours',
      referer: 'acme.kommo.com',
      url: data.url,
      params: { code: 'c', state: 'ours', referer: 'acme.kommo.com', client_id: 'shop' },
      data: undefined,
      codeVerifier: undefined,
    });
  });

  it('hands over a redirect with an error', () => {
    const data = redirect('error=server_error&error_description=Busy&state=ours&client_id=shop');
    const error = read(data, CONSENT, expected) as AuthorizationError;
    expect(error).to.be.instanceOf(AuthorizationError);
    expect(error).to.include({
      code: 'server_error',
      kind: 'provider',
      clientId: 'shop',
      description: 'Busy',
    });
    const cause = { client_id: 'shop', error: 'server_error', error_description: 'Busy' };
    expect(error.cause, 'and nothing else of the redirect').to.eql(cause);
  });

  it('refuses', () => {
    const posted = { client_id: 'shop', error: 'access_denied' };
    const error = read(posted, CONSENT, expected) as AuthorizationError;
    expect(error).to.include({ code: 'access_denied', kind: 'provider', clientId: 'shop' });
    expect(String(error)).to.equal('AuthorizationError: access_denied');
    expect(error.cause).to.eql(posted);
    expect(error.cause, 'built anew').not.to.equal(posted);
  });

  for (const client_id of [undefined, null, 0, 'new']) {
    it(`refuses in the metadata flow with the client_id ${client_id}`, () => {
      expect(read({ client_id, error: 'access_denied' }, CONSENT, metadata)).to.include({
        code: 'access_denied',
      });
    });
  }

  const meaningless: Record<string, unknown> = {
    'a refusal for another client': { client_id: 'other', error: 'access_denied' },
    'a refusal for nobody': { error: 'access_denied' },
    'an empty error': { client_id: 'shop', error: '' },
    'an error that is no text': { client_id: 'shop', error: ['access_denied'] },
    'an inherited error': Object.create({ client_id: 'shop', error: 'access_denied' }) as unknown,
    'an own error and an inherited client_id': Object.assign(Object.create({ client_id: 'shop' }) as object, {
      error: 'access_denied',
    }),
    'an inherited url': Object.create(redirect('code=c&state=ours')) as unknown,
    'another state': redirect('code=c&state=theirs'),
    'no state': redirect('code=c'),
    'neither code nor error': redirect('state=ours'),
    'an empty code': redirect('code=&state=ours'),
    credentials: redirect('code=c&state=ours', 'https://user:secret@shop.example/'),
    'a user name': redirect('code=c&state=ours', 'https://user@shop.example/'),
    'javascript:': redirect('code=c&state=ours', 'javascript:alert(1)//'),
    'data:': redirect('code=c&state=ours', 'data:text/html,x'),
    'blob:': redirect('code=c&state=ours', 'blob:https://shop.example/x'),
    'a scheme-relative URL': redirect('code=c&state=ours', '//shop.example/callback'),
    'a path': redirect('code=c&state=ours', '/callback'),
    'the parameters in the fragment': { url: 'https://shop.example/#code=c&state=ours' },
    'a list as the URL': { url: ['https://shop.example/?code=c&state=ours'] },
    'a URL object': { url: new URL('https://shop.example/?code=c&state=ours') },
    'a list': [redirect('code=c&state=ours')],
    'a getter that throws': Object.defineProperty({}, 'url', { get: () => expect.fail(), enumerable: true }),
    'a proxy that throws': new Proxy({}, { getOwnPropertyDescriptor: () => expect.fail() }),
    'a report, which only the redirect page can make': {
      type: 'authorization_response',
      response: { code: 'c', state: 'ours' },
    },
    text: 'code=c&state=ours',
    null: null,
    nothing: undefined,
    'a number': 1,
  };

  for (const [name, data] of Object.entries(meaningless)) {
    it(`means nothing with ${name}`, () => {
      expect(read(data, CONSENT, expected)).to.equal(undefined);
      expect(read(data, CONSENT, { ...metadata, clientId: 'shop' })).to.equal(undefined);
    });
  }
});

describe('a redirect URI that the request names', () => {
  const known = (redirectUri: string): Expectation => ({ ...metadata, redirectUri });
  const registered = 'https://shop.example/callback?option=crm';

  it('is where the redirect leads, with whatever query', () => {
    for (const query of ['option=crm&code=c&state=ours', 'code=c&state=ours']) {
      expect(read(redirect(query), CONSENT, known(registered))).to.include({ code: 'c' });
    }
    const error = redirect('error=access_denied&state=ours');
    expect(read(error, CONSENT, known(registered))).to.include({ code: 'access_denied' });
  });

  for (const base of [
    'http://shop.example/callback',
    'https://shop.example:8443/callback',
    'https://evil.example/callback',
    'https://shop.example.evil.example/callback',
    'https://www.shop.example/callback',
    'https://shop.example/',
    'https://shop.example/callback/',
    'https://shop.example/callback/../open-redirect',
    'https://shop.example/Callback',
    'https://shop.example/open',
  ]) {
    it(`is not ${base}`, () => {
      for (const query of ['code=c&state=ours', 'error=access_denied&state=ours']) {
        const data = redirect(query, base);
        expect(read(data, CONSENT, known(registered))).to.equal(undefined);
        expect(read(data, CONSENT, metadata), 'where the request names none').not.to.equal(undefined);
      }
    });
  }
});

describe('a parameter that stands there twice', () => {
  for (const query of [
    'code=c&state=ours&state=ours',
    'code=c&state=ours&state=theirs',
    'code=c&code=d&state=ours',
    'code=c&code=&state=ours',
    'error=access_denied&error=access_denied&state=ours',
    'code=c&state=ours&iss=https://evil.example&iss=https://id.example',
  ]) {
    it(`means nothing: ${query}`, () => {
      const issuer = query.includes('iss') ? 'https://id.example' : undefined;
      expect(read(redirect(query), CONSENT, { ...expected, issuer })).to.equal(undefined);
    });
  }

  it('is the page’s own business where it decides nothing', () => {
    expect(read(redirect('tag=a&tag=b&code=c&state=ours'), CONSENT, expected)).to.include({ code: 'c' });
  });
});

describe('an object that is more than data', () => {
  class Refusal {
    readonly name = 'Refusal';
  }
  const exotic: Record<string, object> = {
    'a list': [],
    'an error': new Error('no'),
    'a map': new Map(),
    'a date': new Date(0),
    'a regular expression': /no/,
    'a boxed text': Object('text') as object,
    bytes: new Uint8Array(1),
    'an instance of a class': new Refusal(),
    'a function': () => undefined,
    'an object with a prototype of its own': Object.create({ toString: () => 'alert(1)' }) as object,
  };
  for (const [what, object] of Object.entries(exotic)) {
    it(`means nothing: ${what} that has the properties of an answer`, () => {
      const refusal = Object.assign(object, { client_id: 'shop', error: 'access_denied' });
      expect(read(refusal, CONSENT, expected)).to.equal(undefined);
      expect(read(refusal, REDIRECT, reporting)).to.equal(undefined);
      const answer = Object.assign(refusal, redirect('code=c&state=ours'));
      expect(read(answer, CONSENT, expected)).to.equal(undefined);
      const response = Object.assign(answer, { code: 'c', state: 'ours', error: undefined });
      const report = { type: 'authorization_response', response };
      expect(read(report, REDIRECT, expected)).to.equal(undefined);
      expect(readReport(report, expected)).to.equal(undefined);
      const whole = { ...report, response: { code: 'c', state: 'ours' } };
      expect(readReport(whole, expected)).to.include({ code: 'c' });
      expect(readReport(Object.assign(object, whole), expected)).to.equal(undefined);
    });
  }

  it('is not a plain object of another window', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    const Theirs = Reflect.get(frame.contentWindow!, 'Object') as ObjectConstructor;
    const refusal = Object.assign(new Theirs(), { client_id: 'shop', error: 'access_denied' });
    expect(read(refusal, CONSENT, expected)).to.include({ code: 'access_denied' });
    expect(read(refusal, REDIRECT, reporting)).to.include({ code: 'access_denied' });
  });
});

describe('a message that says nothing itself', () => {
  const polluted: Record<string, object> = {
    'a redirect': redirect('code=c&state=ours'),
    'a refusal': { client_id: 'shop', error: 'access_denied' },
    'a report': { type: 'authorization_response', response: { code: 'c', state: 'ours' } },
    'the response of a report': { code: 'c', state: 'ours' },
  };
  for (const [what, said] of Object.entries(polluted)) {
    it(`means nothing by ${what} that Object.prototype was given`, () => {
      Object.assign(Object.prototype, said);
      try {
        for (const data of [{}, { type: 'authorization_response', response: {} }]) {
          expect(read(data, CONSENT, expected)).to.equal(undefined);
          expect(read(data, REDIRECT, expected)).to.equal(undefined);
          expect(readReport(data, expected)).to.equal(undefined);
        }
      } finally {
        for (const name of Object.keys(said)) Reflect.deleteProperty(Object.prototype, name);
      }
    });
  }
});

describe('the redirect page', () => {
  for (const expectation of [expected, reporting]) {
    it(`reports a response in ${expectation.mode} mode`, () => {
      const data = {
        type: 'authorization_response',
        response: { code: 'c', state: 'ours', referer: 'acme.kommo.com', n: 1 },
      };
      const params = { code: 'c', state: 'ours', referer: 'acme.kommo.com' };
      expect(read(data, REDIRECT, expectation)).to.include({
        code: 'c',
        referer: 'acme.kommo.com',
        url: undefined,
        data: undefined,
      });
      expect(read(data, REDIRECT, expectation)).to.deep.include({ params });
    });

    it(`reports an error in ${expectation.mode} mode`, () => {
      const data = { type: 'authorization_response', response: { error: 'access_denied', state: 'ours' } };
      expect(read(data, REDIRECT, expectation)).to.deep.include({
        code: 'access_denied',
        kind: 'provider',
        cause: { error: 'access_denied' },
      });
    });

    for (const response of [
      undefined,
      null,
      'code=c',
      {},
      { code: 'c' },
      { code: 'c', state: 'theirs' },
      { state: 'ours' },
    ]) {
      it(`reports nothing with ${JSON.stringify(response)} in ${expectation.mode} mode`, () => {
        expect(read({ type: 'authorization_response', response }, REDIRECT, expectation)).to.equal(undefined);
      });
    }
  }

  const shapes = [
    { error: undefined, status: 'ok' },
    { type: 'AMO_AUTH_SUCCESS' },
    { source: 'shop', ok: true, message: 'Connected' },
    { error: '', status: 'ok' },
    {},
  ];
  for (const data of shapes) {
    it(`may post what it likes in post_message mode: ${JSON.stringify(data)}`, () => {
      expect(read(data, REDIRECT, reporting)).to.include({
        data,
        state: 'ours',
        code: undefined,
        url: undefined,
      });
      expect(read(data, REDIRECT, expected), 'popup mode').to.equal(undefined);
    });
  }

  it('tells an error by a text in post_message mode', () => {
    const data = { error: 'access_denied', status: 'error' };
    const error = read(data, REDIRECT, reporting);
    expect(error).to.be.instanceOf(AuthorizationError);
    expect(error).to.deep.include({
      code: 'access_denied',
      kind: 'provider',
      cause: { error: 'access_denied' },
    });
    expect(read(data, REDIRECT, expected), 'popup mode').to.equal(undefined);
  });

  for (const data of ['ok', 1, true, null, undefined]) {
    it(`means nothing with ${String(data)}`, () => {
      expect(read(data, REDIRECT, reporting)).to.equal(undefined);
    });
  }

  it('cannot send the page elsewhere', () => {
    expect(read(redirect('code=c&state=ours'), REDIRECT, expected)).to.equal(undefined);
    expect(read(redirect('code=c&state=ours'), REDIRECT, reporting)).to.include({ url: undefined });
  });
});

describe('a request to which only a report is an answer', () => {
  const report = (response: object): unknown => ({ type: 'authorization_response', response });

  it('takes a report with the attempt’s state, and gives the verifier with it', () => {
    const data = report({ code: 'c', state: 'ours' });
    const verifying = { ...strict, codeVerifier: 'v' };
    for (const outcome of [read(data, REDIRECT, verifying), readReport(data, verifying)]) {
      expect(outcome).to.include({ code: 'c', state: 'ours', codeVerifier: 'v', url: undefined });
    }
    expect(read(report({ error: 'access_denied', state: 'ours' }), REDIRECT, strict)).to.include({
      code: 'access_denied',
      kind: 'provider',
    });
  });

  const others: unknown[] = [
    redirect('code=c&state=ours'),
    { client_id: 'shop', error: 'access_denied' },
    { error: 'access_denied' },
    { status: 'ok' },
    { code: 'c', state: 'ours' },
    {},
    [],
    report({ code: 'c', state: 'theirs' }),
    report({ code: 'c' }),
  ];
  for (const data of others) {
    it(`takes nothing else: ${JSON.stringify(data)}`, () => {
      for (const origin of [CONSENT, REDIRECT]) expect(read(data, origin, strict)).to.equal(undefined);
      expect(readReport(data, strict)).to.equal(undefined);
    });
  }
});

describe('another state', () => {
  const report = (response: unknown): unknown => ({ type: 'authorization_response', response });
  const isTold = (
    data: unknown,
    origin: string,
    expectation: Expectation,
    source: unknown = window,
  ): boolean => {
    let times = 0;
    const onOtherState = (): unknown => (times += 1);
    const event = { data, origin, source: source as Window };
    const outcome = readMessage(event, window, { ...expectation, onOtherState });
    if (times) expect(outcome, 'it settles nothing').to.equal(undefined);
    return times === 1;
  };

  it('is told where a response lacks nothing else', () => {
    for (const response of [
      { code: 'c', state: 'theirs' },
      { error: 'access_denied', state: 'theirs' },
      { code: 'c', state: 'theirs', iss: 'https://evil.example' },
      { code: 'c', state: '' },
      { code: 'c' },
    ]) {
      for (const expectation of [expected, reporting, strict]) {
        expect(isTold(report(response), REDIRECT, expectation)).to.equal(true);
      }
    }
    expect(isTold(redirect('code=c&state=theirs'), CONSENT, expected)).to.equal(true);
  });

  it('is told of a report over BroadcastChannel and storage, too', () => {
    let times = 0;
    const onOtherState = (): unknown => (times += 1);
    readReport(report({ code: 'c', state: 'theirs' }), { ...expected, onOtherState });
    expect(times).to.equal(1);
  });

  it('is not told by another origin, or another window', async () => {
    const data = report({ code: 'c', state: 'theirs' });
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    for (const expectation of [expected, reporting, strict]) {
      for (const origin of [CONSENT, 'https://evil.example', 'null']) {
        expect(isTold(data, origin, expectation)).to.equal(false);
      }
      expect(isTold(data, REDIRECT, expectation, frame.contentWindow)).to.equal(false);
    }
  });

  const others = [
    report({ code: 'c', state: 'ours' }),
    report({ state: 'theirs' }),
    report({ code: '', error: '', state: 'theirs' }),
    report(null),
    { response: { code: 'c', state: 'theirs' } },
    { type: 'other', response: { code: 'c', state: 'theirs' } },
    { client_id: 'other', error: 'access_denied', state: 'theirs' },
    redirect('code=c&state=theirs', 'https://user@shop.example/'),
    'text',
    null,
  ];
  for (const data of others) {
    it(`is not told of by ${JSON.stringify(data)}`, () => {
      for (const expectation of [expected, strict]) {
        for (const origin of [CONSENT, REDIRECT]) {
          expect(isTold(data, origin, expectation)).to.equal(false);
        }
      }
    });
  }
});

describe('any other origin', () => {
  const foreign = [
    'https://kommo.com.evil.example',
    'https://www.kommo.com:8443',
    'http://www.kommo.com',
    'https://shop.example.evil.example',
    'https://shop.example:8443',
    'http://shop.example',
    'https://SHOP.example',
    'null',
    '',
  ];
  for (const origin of foreign) {
    it(`means nothing: ${JSON.stringify(origin)}`, () => {
      const messages = [
        redirect('code=c&state=ours'),
        { client_id: 'shop', error: 'access_denied' },
        { status: 'ok' },
      ];
      for (const data of messages) {
        expect(read(data, origin, expected)).to.equal(undefined);
        expect(read(data, origin, reporting)).to.equal(undefined);
      }
    });
  }
});
