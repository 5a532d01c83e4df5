import { expect, test } from '@playwright/test';
import { createSignedState, findSignedState, verifySignedState } from '../../src/server.js';
import { rejection } from './fixtures.js';

const MINUTE = 60_000;
const key = crypto.getRandomValues(new Uint8Array(32));

/** The cookie that a browser sends back for a `Set-Cookie` header. */
const sent = (setCookie: string) => setCookie.split(';')[0] ?? '';

test('a state is good in the browser that got its cookie', async () => {
  const { state, setCookie } = await createSignedState(null, { key });
  expect(setCookie).toMatch(
    /^__Host-crm-oauth=[\w-]{22}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
  );
  const verified = await verifySignedState(state, `theme=dark; ${sent(setCookie)}; a=b`, { key });
  expect(verified).toEqual({
    state,
    setCookie: '__Host-crm-oauth=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
  });
});

test('once the cookie is cleared, the state is worth nothing', async () => {
  const { state, setCookie } = await createSignedState(null, { key });
  const cleared = (await verifySignedState(state, sent(setCookie), { key })).setCookie;
  for (const header of [null, undefined, '', sent(cleared), 'theme=dark']) {
    expect(await rejection(verifySignedState(state, header, { key }))).toMatchObject({
      code: 'state_mismatch',
    });
  }
});

test('in another browser, with another key or session, or altered: refused', async () => {
  const mine = await createSignedState(null, { key, session: 'me' });
  const other = await createSignedState(null, { key, session: 'me' });
  const otherKey = crypto.getRandomValues(new Uint8Array(32));
  const [nonce, , binding, signature] = mine.state.split('.');
  const later = (Date.now() + 60 * MINUTE).toString(36);
  const attempts: [unknown, string, object][] = [
    [mine.state, sent(other.setCookie), {}],
    [mine.state, sent(mine.setCookie), { key: otherKey }],
    [mine.state, sent(mine.setCookie), { session: 'you' }],
    [mine.state, sent(mine.setCookie), { session: undefined }],
    [mine.state, sent(mine.setCookie), { secure: false }],
    [[nonce, later, binding, signature].join('.'), sent(mine.setCookie), {}],
    [`${mine.state}x`, sent(mine.setCookie), {}],
    [mine.state.slice(0, -1), sent(mine.setCookie), {}],
    [[mine.state], sent(mine.setCookie), {}],
    [undefined, sent(mine.setCookie), {}],
  ];
  for (const [state, cookie, change] of attempts) {
    const options = { key, session: 'me', ...change };
    expect(await rejection(verifySignedState(state, cookie, options))).toMatchObject({
      code: 'state_mismatch',
    });
  }
  await verifySignedState(mine.state, sent(mine.setCookie), { key, session: 'me' });
});

test('a second page keeps the first one’s state good', async () => {
  const first = await createSignedState(null, { key });
  const second = await createSignedState(sent(first.setCookie), { key });
  expect(sent(second.setCookie)).toBe(sent(first.setCookie));
  expect(second.state).not.toBe(first.state);
  await verifySignedState(first.state, sent(second.setCookie), { key });
  await verifySignedState(second.state, sent(second.setCookie), { key });
});

test('a cookie that is not of our making is replaced', async () => {
  for (const cookie of ['', 'short', 'a'.repeat(100), 'a b']) {
    const { setCookie } = await createSignedState(`__Host-crm-oauth=${cookie}`, { key });
    expect(sent(setCookie)).not.toBe(`__Host-crm-oauth=${cookie}`);
  }
});

/** White space that `trim()` removes and RFC 6265bis does not: all but space and tab. */
const OTHER_SPACES = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => character.trim() === '' && !' \t'.includes(character),
);

test('a cookie behind any white space but space and tab has another name: a sibling host may have set it', async () => {
  expect(OTHER_SPACES).toHaveLength(23);
  expect(OTHER_SPACES).toEqual(expect.arrayContaining(['\u00a0', '\ufeff', '\u2000', '\v']));
  const asLatin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
  for (const secure of [true, false]) {
    const { state, setCookie } = await createSignedState(null, { key, secure });
    const [name = '', value = ''] = sent(setCookie).split('=');
    for (const space of OTHER_SPACES.flatMap((each) => [each, asLatin1(each)])) {
      const pairs = [
        `${space}${name}=${value}`,
        `${name}${space}=${value}`,
        `${name}=${space}${value}`,
        `${name}=${value}${space}`,
        `theme=dark; ${space} ${name}=${value}`,
      ];
      for (const pair of pairs) {
        const refused = verifySignedState(state, pair, { key, secure });
        expect(await rejection(refused), JSON.stringify(pair)).toMatchObject({ code: 'state_mismatch' });
        const next = await createSignedState(pair, { key, secure });
        expect(sent(next.setCookie)).not.toBe(`${name}=${value}`);
        // Next to the visitor's own cookie, it has no effect.
        await verifySignedState(state, `${space}${name}=${'x'.repeat(22)}; ${name}=${value}`, {
          key,
          secure,
        });
      }
    }
    for (const pair of [` \t ${name}=${value}\t `, `a=b;${name}=${value};c=d`]) {
      await verifySignedState(state, pair, { key, secure });
    }
  }
});

test('of two cookies of the name neither is used, whatever they hold', async () => {
  for (const secure of [true, false]) {
    const { state, setCookie } = await createSignedState(null, { key, secure });
    const own = sent(setCookie);
    const [name = ''] = own.split('=');
    for (const other of [own, `${name}=${'x'.repeat(22)}`, `${name}=`, `\t${name}=short`]) {
      for (const header of [`${own}; ${other}`, `${other};${own}`, `${own}; theme=dark; ${other}`]) {
        const refused = verifySignedState(state, header, { key, secure });
        expect(await rejection(refused), header).toMatchObject({ code: 'state_mismatch' });
        const next = await createSignedState(header, { key, secure });
        expect([own, other]).not.toContain(sent(next.setCookie));
      }
    }
    // Neither of these has the name.
    await verifySignedState(state, `${own}; ${name}; x${own}; ${own.toUpperCase()}`, { key, secure });
  }
});

test('a value goes to the end of its pair', async () => {
  const { state, setCookie } = await createSignedState(null, { key });
  for (const end of ['=', '=x', ' x', '"']) {
    const refused = verifySignedState(state, sent(setCookie) + end, { key });
    expect(await rejection(refused), end).toMatchObject({ code: 'state_mismatch' });
  }
});

test('an empty session is refused: everybody would have it', async () => {
  const { state, setCookie } = await createSignedState(null, { key });
  expect(await rejection(createSignedState(null, { key, session: '' }))).toBeInstanceOf(TypeError);
  const verified = verifySignedState(state, sent(setCookie), { key, session: '' });
  expect(await rejection(verified)).toBeInstanceOf(TypeError);
});

test('ten minutes; the webhook asks without a cookie', async () => {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const options = { key, now: () => clock.now };
  const { state, setCookie } = await createSignedState(null, options);
  clock.now += 10 * MINUTE - 1;
  await verifySignedState(state, sent(setCookie), options);
  expect(await findSignedState(state, options)).toMatchObject({ remaining: 1 });
  expect(await findSignedState(`${state.slice(0, -1)}_`, options)).toBeUndefined();
  clock.now += 1;
  expect(await rejection(verifySignedState(state, sent(setCookie), options))).toMatchObject({
    code: 'state_expired',
  });
  expect(await findSignedState(state, options)).toBeUndefined();
});

test('on plain http the cookie has another name', async () => {
  const options = { key, secure: false, lifetime: MINUTE };
  const { state, setCookie } = await createSignedState(null, options);
  expect(setCookie).toMatch(/^crm-oauth=[\w-]{22}; Path=\/; Max-Age=60; HttpOnly; SameSite=Lax$/);
  await verifySignedState(state, sent(setCookie), options);
});

test('a short key is refused', async () => {
  const short = new Uint8Array(31);
  expect(await rejection(createSignedState(null, { key: short }))).toBeInstanceOf(TypeError);
});
