import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import type { CrmOAuthButton } from '../../src/index.js';
import { AuthorizationError } from '../../src/consent/errors.js';
import { type Expectation, readMessage, readReport } from '../../src/consent/response.js';
import '../../src/index.js';
import { say } from '../helpers/windows.js';

/** Messages in each property: 100,000 in all. Every run has another seed, which a failure prints. */
const RUNS = 25_000;

const STATE = '0123456789abcdef0123456789abcdef';
const CLIENT = '4f1c5a1e-9d55-4c5e-8b0a-6f7c2f3f8f11';
const CONSENT = 'https://www.kommo.com';
const REDIRECT = 'https://shop.example';

const modes = ['popup', 'post_message'] as const;
const expectation = (mode: Expectation['mode']): Expectation => ({
  state: STATE,
  mode,
  clientId: CLIENT,
  issuer: undefined,
  isConsentOrigin: (origin) => origin === CONSENT,
  redirectOrigins: [REDIRECT, undefined],
});

const names = fc.constantFrom(
  'url',
  'client_id',
  'error',
  'error_description',
  'type',
  'response',
  'code',
  'state',
  'data',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'then',
);
const words = fc.constantFrom(
  'authorization_response',
  'access_denied',
  'https://shop.example/?code=c',
  'javascript:alert(1)',
  'x'.repeat(100_000),
);

/** Any value that can be posted, rich in names and words with a meaning. */
const junk = fc.anything({
  key: fc.oneof(names, fc.string()),
  values: [fc.string(), words, fc.boolean(), fc.double(), fc.constantFrom(null, undefined)],
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 3,
});

/** A state that is almost ours. */
const otherState = fc
  .oneof(
    fc.constantFrom(
      '',
      STATE.toUpperCase(),
      ` ${STATE}`,
      `${STATE} `,
      `${STATE}\0`,
      `${STATE}&state=${STATE}`,
      STATE.slice(1),
      STATE.slice(0, -1),
      encodeURIComponent(`"${STATE}"`),
      'undefined',
      'null',
      '[object Object]',
      'x'.repeat(100_000),
    ),
    fc.string(),
    fc.string().map((more) => `${STATE}-${more}`),
  )
  .filter((state) => state !== STATE);

const query = (params: Record<string, string>): string => new URLSearchParams(params).toString();
const answer = fc.oneof(
  fc.record({ code: fc.string({ minLength: 1 }) }),
  fc.record({ error: fc.string({ minLength: 1 }) }),
);
const extra = fc.dictionary(
  fc.string().filter((name) => !['state', 'code', 'error'].includes(name)),
  fc.string(),
);

/** Messages that would settle the attempt, from the right window and origin, with the right state. */
const valid = fc.oneof(
  fc
    .tuple(extra, answer)
    .map(([more, given]) => ({ url: `${REDIRECT}/?${query({ ...more, ...given, state: STATE })}` })),
  answer.map((given) => ({ type: 'authorization_response', response: { ...given, state: STATE } })),
  fc.string({ minLength: 1 }).map((error) => ({ client_id: CLIENT, error })),
);

/** The same shapes, with one thing wrong in each. */
const nearMiss = fc.oneof(
  fc
    .tuple(answer, otherState)
    .map(([given, state]) => ({ url: `${REDIRECT}/?${query({ ...given, state })}` })),
  answer.map((given) => ({ url: `${REDIRECT}/?${query(given)}` })),
  answer.map((given) => ({ url: `${REDIRECT}/#${query({ ...given, state: STATE })}` })),
  extra.map((more) => ({ url: `${REDIRECT}/?${query({ ...more, state: STATE })}` })),
  fc
    .tuple(
      answer,
      fc.constantFrom(
        'javascript:alert(1)//',
        'JaVaScRiPt:alert(1)//',
        '\tjavascript:alert(1)//',
        'data:text/html,<script>alert(1)</script>',
        'blob:https://shop.example/1',
        'file:///etc/passwd',
        'ws://shop.example/',
        'mailto:a@shop.example',
        'about:blank',
        '//shop.example/',
        '/callback',
        '',
        'https://',
        'https://user:secret@shop.example/',
        'https://user@shop.example/',
        'https://:secret@shop.example/',
      ),
    )
    .map(([given, base]) => ({ url: `${base}?${query({ ...given, state: STATE })}` })),
  fc.tuple(answer, otherState).map(([given, state]) => ({
    type: 'authorization_response',
    response: { ...given, state },
  })),
  extra.map((more) => ({ type: 'authorization_response', response: { ...more, state: STATE } })),
  answer.map((given) => ({ type: 'authorization_response', response: [given, STATE] })),
  answer.map((given) => ({ type: 'authorization_response', ...given, state: STATE })),
  answer.map((given) => ({ type: 'Authorization_Response', response: { ...given, state: STATE } })),
  answer.map((given) =>
    JSON.stringify({ type: 'authorization_response', response: { ...given, state: STATE } }),
  ),
  answer.map((given) => ({
    type: 'authorization_response',
    response: JSON.parse(`{"__proto__": ${JSON.stringify({ ...given, state: STATE })}}`) as unknown,
  })),
  fc.tuple(valid, fc.constantFrom('client_id', 'error', 'url', 'type')).map(([data, name]) => [data, name]),
  valid.map((data) => JSON.parse(`{"__proto__": ${JSON.stringify(data)}}`) as unknown),
  valid.map((data) => new Map(Object.entries(data))),
  fc.tuple(fc.string(), fc.string()).map(([client_id, error]) => ({ client_id, error })),
  fc.anything().map((error) => ({ client_id: CLIENT, error: [error] })),
);

/** Values that cannot be posted. They stand for anything that an engine or an extension may hand over. */
const booby = fc.oneof(
  valid.map((data) => Object.create(data) as object),
  valid.map((data) =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        Object.keys(data).map((name) => [
          name,
          {
            enumerable: true,
            get: () => {
              throw new Error('A trap.');
            },
          },
        ]),
      ),
    ),
  ),
  valid.map(
    (data) =>
      new Proxy(data, {
        getOwnPropertyDescriptor: () => {
          throw new Error('A trap.');
        },
      }),
  ),
  valid.map((data) => Object.fromEntries(Object.keys(data).map((name) => [name, { toString: () => STATE }]))),
);

/** An origin that looks like one of those that may speak. */
const otherOrigin = fc
  .oneof(
    fc
      .tuple(
        fc.constantFrom('https', 'http', 'ws', 'HTTPS', 'chrome-extension'),
        fc.constantFrom('', 'www.', 'evil', 'evil-', 'x.'),
        fc.constantFrom(
          'www.kommo.com',
          'kommo.com',
          'shop.example',
          'kommo.com.evil.example',
          'xn--kmmo-55d.com',
        ),
        fc.constantFrom('', '.', ':443', ':8443', '.evil.example', '/', '@evil.example', '\n'),
      )
      .map(([scheme, prefix, host, suffix]) => `${scheme}://${prefix}${host}${suffix}`),
    fc.constantFrom('', 'null', 'undefined', '*', 'file://'),
    fc.webUrl().map((url) => new URL(url).origin),
    fc.string(),
  )
  .filter((origin) => origin !== CONSENT && origin !== REDIRECT);

/** Every object reachable from a value. */
function objectsIn(value: unknown, found = new Set<unknown>()): Set<unknown> {
  if (typeof value !== 'object' || !value || found.has(value)) return found;
  found.add(value);
  for (const key of Reflect.ownKeys(value)) objectsIn(Reflect.get(value, key), found);
  return found;
}

const shares = (value: unknown, foreign: Set<unknown>): boolean =>
  [...objectsIn(value)].some((object) => foreign.has(object));

const isPlain = (value: unknown): boolean =>
  [null, Object.prototype].includes(Object.getPrototypeOf(value) as object | null);

function check<T>(arbitrary: fc.Arbitrary<T>, isIgnored: (value: T) => boolean, numRuns = RUNS): void {
  fc.assert(fc.property(arbitrary, isIgnored), { numRuns });
}

describe('hostile messages mean nothing', () => {
  const ours = window;
  const read = (
    data: unknown,
    origin: string,
    source: MessageEventSource | null,
    mode: Expectation['mode'],
  ) => readMessage({ data, origin, source }, ours, expectation(mode));

  it('whatever the right window posts from the right origin', function () {
    this.timeout(60_000);
    check(fc.oneof(junk, nearMiss), (data) => {
      const fromConsent = modes.every((mode) => read(data, CONSENT, ours, mode) === undefined);
      return fromConsent && read(data, REDIRECT, ours, 'popup') === undefined;
    });
  });

  it('whatever is reported', function () {
    this.timeout(60_000);
    check(fc.oneof(junk, nearMiss), (data) =>
      modes.every((mode) => readReport(data, expectation(mode)) === undefined),
    );
  });

  it('whatever is posted from another origin', function () {
    this.timeout(60_000);
    check(fc.tuple(fc.oneof(valid, nearMiss, junk), otherOrigin), ([data, origin]) =>
      modes.every((mode) => read(data, origin, ours, mode) === undefined),
    );
  });

  it('whatever another window posts', async function () {
    this.timeout(60_000);
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`);
    const source = fc.constantFrom(frame.contentWindow, null, new MessageChannel().port1);
    const origin = fc.constantFrom(CONSENT, REDIRECT);
    check(fc.tuple(fc.oneof(valid, nearMiss, junk), origin, source), ([data, from, by]) =>
      modes.every((mode) => read(data, from, by, mode) === undefined),
    );
  });

  it('whatever is no plain data', () => {
    const origins = [CONSENT, REDIRECT];
    check(booby, (data) => origins.every((origin) => read(data, origin, ours, 'popup') === undefined), 1000);
  });

  it('and what it means holds no object of it', () => {
    const answers = fc.oneof(valid, fc.dictionary(names, fc.oneof(words, fc.anything())), junk);
    check(fc.tuple(answers, fc.constantFrom(...modes)), ([data, mode]) => {
      const foreign = objectsIn(data);
      return [CONSENT, REDIRECT].every((origin) => {
        const outcome = read(data, origin, ours, mode);
        if (!outcome || outcome instanceof AuthorizationError) return !shares(outcome?.cause, foreign);
        const { data: own, ...rest } = outcome;
        const isOwnData = own === undefined || (own === data && isPlain(own) && mode === 'post_message');
        return isOwnData && !shares(rest, foreign);
      });
    });
  });

  it('and what is valid does mean something', () => {
    check(
      valid,
      (data) => [CONSENT, REDIRECT].some((origin) => read(data, origin, ours, 'popup') !== undefined),
      1000,
    );
  });

  it('and nothing was polluted', () => {
    expect(Object.keys(Object.prototype)).to.eql([]);
    for (const name of ['url', 'client_id', 'error', 'type', 'response', 'code', 'state']) {
      expect(name in {}, name).to.equal(false);
    }
  });
});

describe('a button with an attempt under way', () => {
  const open = window.open.bind(window);
  afterEach(() => (window.open = open));

  it('ends with any error, be it a name that every object knows', async () => {
    const words = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'undefined', 'null'];
    for (const error of words) {
      const popup = (await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`)).contentWindow!;
      window.open = () => popup;
      const element = await fixture<CrmOAuthButton>(
        html`<crm-oauth-button client-id=${CLIENT} server=${location.origin}></crm-oauth-button>`,
      );
      const told: string[] = [];
      element.addEventListener('crm-oauth-error', (event) => told.push(event.error.code));
      const outcome = element.authorize();
      say(popup, { client_id: CLIENT, error });
      const { code, cause } = (await outcome.catch((reason: unknown) => reason)) as AuthorizationError;
      expect([code, element.status, ...told]).to.eql([error, 'error', error]);
      expect(element.matches(':state(error)'), error).to.equal(true);
      expect(cause).to.eql({ client_id: CLIENT, error });
    }
  });

  it('stays as it is under 1,000 hostile messages that are really posted', async () => {
    const [popup, other] = await Promise.all(
      [1, 2].map(
        async () => (await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`)).contentWindow!,
      ),
    );
    // A frame stands in for the window: it is distinguishable from any other source, and posts without limit.
    window.open = () => popup!;
    const element = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button
        client-id=${CLIENT}
        state=${STATE}
        server=${location.origin}
      ></crm-oauth-button>`,
    );
    const told: string[] = [];
    const outcome = element.authorize();
    for (const type of ['success', 'error', 'start', 'statuschange']) {
      element.addEventListener(`crm-oauth-${type}`, (event) => {
        event.preventDefault();
        told.push(type);
      });
    }
    const onError = (event: ErrorEvent): unknown => told.push(event.message);
    let received = 0;
    const onMessage = (): unknown => (received += 1);
    addEventListener('error', onError);
    addEventListener('message', onMessage);

    const cloneable = (data: unknown): boolean => {
      try {
        structuredClone(data);
        return true;
      } catch {
        return false;
      }
    };
    const small = fc.oneof(junk, nearMiss).filter(cloneable);
    const url = location.href;
    for (const data of fc.sample(small, 500)) say(popup!, data);
    for (const data of fc.sample(fc.oneof(valid, small), 500)) say(other!, data);
    while (received < 1000) await aTimeout(10);
    removeEventListener('error', onError);
    removeEventListener('message', onMessage);
    expect(told).to.eql([]);
    expect(element.status).to.equal('waiting');
    expect(location.href).to.equal(url);

    say(popup!, { client_id: CLIENT, error: 'access_denied' });
    await outcome.catch(() => undefined);
    expect(told, 'it was listening all the time').to.eql(['statuschange', 'error']);
  });
});
