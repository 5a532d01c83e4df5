import { expect } from '@playwright/test';
import { Client, verifyUninstall } from '../../src/server.js';
import { clientOptions } from './catalogue.js';
import { everyView, rejection, SECRET, test } from './fixtures.js';

const client = new Client(clientOptions('pipedrive'));
const BODY = { client_id: 'an-id', company_id: 1_234_567, user_id: 9, timestamp: '2026-11-27T12:00:00.000Z' };
const notice = (credentials: string | undefined, body: unknown = BODY, method = 'DELETE') =>
  new Request('https://shop.example/callback/pipedrive', {
    method,
    headers: credentials === undefined ? {} : { authorization: credentials },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const basic = (text: string) => `Basic ${btoa(text)}`;
const GOOD = basic(`an-id:${SECRET}`);

test('a notice that shows the client’s own secret names who has uninstalled the app', async () => {
  expect(await verifyUninstall(notice(GOOD), client)).toEqual({
    clientId: 'an-id',
    accountId: '1234567',
    userId: '9',
  });
});

for (const [what, request] of Object.entries({
  'no credentials': notice(undefined),
  'another secret': notice(basic('an-id:another')),
  'another secret of the same length': notice(basic(`an-id:${SECRET.replace('S', 's')}`)),
  'another client': notice(basic(`other:${SECRET}`)),
  'no secret': notice(basic('an-id:')),
  'another scheme': notice(GOOD.replace('Basic', 'Bearer')),
  'another method': notice(GOOD, BODY, 'POST'),
})) {
  test(`a notice with ${what} is nobody’s`, async () => {
    const error = await rejection(verifyUninstall(request, client));
    expect(error).toMatchObject({ name: 'CallbackError', code: 'invalid_signature' });
    expect(everyView(error)).not.toContain('S3cret');
  });
}

for (const [what, body] of Object.entries({
  'no account': { ...BODY, company_id: undefined },
  'an object as account': { ...BODY, company_id: {} },
  'another client in it': { ...BODY, client_id: 'other' },
  'no JSON': 'company_id=1',
  'too much of it': JSON.stringify({ ...BODY, more: 'x'.repeat(20_000) }),
})) {
  test(`a notice with ${what} is not well-formed`, async () => {
    expect(await rejection(verifyUninstall(notice(GOOD, body), client))).toMatchObject({
      code: 'invalid_response',
    });
  });
}

test('a provider without such a notice has none that could be verified', async () => {
  const hubspot = new Client(clientOptions('hubspot'));
  expect(await rejection(verifyUninstall(notice(GOOD), hubspot))).toBeInstanceOf(TypeError);
});
