import { expect } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { verifyDisconnect } from '../../src/server.js';
import { SHOP } from '../sandbox/fixtures.js';
import { everyView, rejection, SECRET, test } from './fixtures.js';

const ACCOUNT = 31000001;
const secretOf = (clientId: string) => (clientId === SHOP.clientId ? SHOP.clientSecret : undefined);

test('what the CRM signed is verified', async ({ sandbox, receiver }) => {
  await sandbox.disconnect(SHOP.clientId, ACCOUNT);
  const url = receiver.requests[0]!.url;
  const expected = { clientId: SHOP.clientId, accountId: ACCOUNT };
  expect(await verifyDisconnect(url, secretOf)).toEqual(expected);
  const complete = new URL(url, receiver.url);
  expect(await verifyDisconnect(complete, secretOf)).toEqual(expected);
  expect(await verifyDisconnect(complete.href, secretOf)).toEqual(expected);
  expect(await verifyDisconnect(complete.searchParams, (id) => Promise.resolve(secretOf(id)))).toEqual(
    expected,
  );
});

test('a known signature', async () => {
  const url =
    '/bye?client_uuid=shop-id&account_id=31000001' +
    '&signature=043a00bb0464ba5872aef66e785a78d754faf7738f203c81dbb82dfc47c4575e';
  expect(await verifyDisconnect(url, secretOf)).toEqual({ clientId: 'shop-id', accountId: ACCOUNT });
});

test('forged ones are refused', async ({ sandbox, receiver }) => {
  await sandbox.disconnect(SHOP.clientId, ACCOUNT);
  const genuine = new URL(receiver.requests[0]!.url, receiver.url).searchParams;
  const signature = genuine.get('signature')!;
  const flipped = (signature.startsWith('0') ? '1' : '0') + signature.slice(1);
  const changes: Record<string, string>[] = [
    { account_id: '31000002' },
    { account_id: '031000001' },
    { account_id: '31000001 ' },
    { account_id: '' },
    { account_id: '1'.repeat(16) },
    { client_uuid: 'other' },
    { client_uuid: '' },
    { client_uuid: 'shop-id|31000001', account_id: '1' },
    { signature: '' },
    { signature: flipped },
    { signature: signature.slice(0, -1) },
    { signature: `${signature}0` },
    { signature: `${signature}${signature}` },
    { signature: '0'.repeat(64) },
    { signature: signature.toUpperCase() },
    { signature: 'é'.repeat(64) },
  ];
  for (const change of changes) {
    const forged = new URLSearchParams({ ...Object.fromEntries(genuine), ...change });
    const error = await rejection(verifyDisconnect(forged, secretOf));
    expect(error, JSON.stringify(change)).toMatchObject({ name: 'CallbackError', code: 'invalid_signature' });
  }
  expect(await rejection(verifyDisconnect('/bye', secretOf))).toMatchObject({ code: 'invalid_signature' });
});

test('signed with an empty secret, with the text “undefined”, or with what is no text', async () => {
  const sign = async (secret: string) => {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const bytes = new TextEncoder().encode(secret || '\0');
    const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
    const text = new TextEncoder().encode(`nobody|${ACCOUNT}`);
    return Buffer.from(await crypto.subtle.sign('HMAC', key, text)).toString('hex');
  };
  for (const [secret, known] of [
    ['', ''],
    ['undefined', undefined],
    // As a plain object gives them for names such as `__proto__` and `constructor`.
    ['', Object.prototype],
    ['', Object],
    ['', new Uint8Array([0])],
  ] as [string, string | undefined][]) {
    const query = { client_uuid: 'nobody', account_id: String(ACCOUNT), signature: await sign(secret) };
    const error = await rejection(verifyDisconnect(new URLSearchParams(query), () => known));
    expect(error).toMatchObject({ code: 'invalid_signature' });
  }
});

test('a signature of what is no account’s id', async () => {
  for (const accountId of ['', 'x', '-1', '1.5', '1e3', ' 1', '1'.repeat(16), 'a|b']) {
    const signature = createHmac('sha256', SECRET).update(`a|${accountId}`).digest('hex');
    const query = new URLSearchParams({ client_uuid: 'a', account_id: accountId, signature });
    const error = await rejection(verifyDisconnect(query, () => SECRET));
    expect(error, accountId).toMatchObject({ code: 'invalid_signature' });
  }
});

test('the error shows neither the secret nor the right signature', async () => {
  const query = { client_uuid: 'a', account_id: '1', signature: '0' };
  const error = await rejection(verifyDisconnect(new URLSearchParams(query), () => SECRET));
  expect(everyView(error)).not.toContain(SECRET);
  expect(everyView(error)).not.toMatch(/[0-9a-f]{64}/);
});
