import { expect } from '@playwright/test';
import { createHmac, randomBytes } from 'node:crypto';
import { newVisitor, test } from './fixtures.js';

/** The session that the demo gives in answer to a `Cookie` header, if it gives a new one. */
const given = async ({ url }: { url: string }, cookie: string) =>
  (await fetch(url, { headers: { cookie } })).headers.getSetCookie()[0]?.split(';')[0];

test('a session is gone on with when it is one that the demo has given out', async ({ studio }) => {
  const own = await given(studio, '');
  expect(own).toMatch(/^harbor-session=/);
  expect(await given(studio, own!)).toBeUndefined();
  expect(await given(studio, `theme=dark; ${own!}; harbor=1`)).toBeUndefined();
});

test('a session from elsewhere is replaced, whatever its shape', async ({ studio }) => {
  const own = (await given(studio, ''))!;
  const id = randomBytes(32).toString('base64url');
  const signed = createHmac('sha256', 'another key').update(id).digest('base64');
  const [value = '', signature = ''] = own.replace('harbor-session=', '').split('.');
  for (const foreign of [
    id,
    `${id}.${encodeURIComponent(signed)}`,
    `${id}.${signature}`,
    `${value}.`,
    value,
    `x${value}.${signature}`,
    `.${signature}`,
    '',
    '%',
  ]) {
    const replaced = await given(studio, `harbor-session=${foreign}`);
    expect(replaced, foreign).toMatch(/^harbor-session=[\w-]{43}\./);
    for (const known of [id, value]) expect(replaced, foreign).not.toContain(known);
  }
});

test('of two sessions neither counts', async ({ studio }) => {
  const [first, second] = [await given(studio, ''), await given(studio, '')];
  for (const cookie of [`${first!}; ${second!}`, `${first!}; ${first!}`, `harbor-session; ${first!}`]) {
    const replaced = await given(studio, cookie);
    expect(replaced).toMatch(/^harbor-session=/);
    expect([first, second]).not.toContain(replaced);
  }
});

test('whoever plants a session of their own making gets no connection by it', async ({ demo }) => {
  const planted = `harbor-session=${randomBytes(32).toString('base64url')}`;
  const victim = newVisitor(demo, planted);
  await victim.connect();
  expect(await victim.connections()).toHaveLength(1);
  expect(await newVisitor(demo, planted).connections()).toEqual([]);
});
