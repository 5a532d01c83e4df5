import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { findFrameworks, findPhp } from './install.mjs';

test.skip(!findPhp() || !findFrameworks(), "PHP, or Symfony's and PSR-7's requests are missing");

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const sent = (change: Partial<Sent>): Sent => ({
  method: 'GET',
  target: '/crm/connections',
  headers: {},
  body: '',
  ...change,
});

const requests: Record<string, Sent> = {
  'with a query as it was sent': sent({ target: '/crm/callback/kommo?state=b&code=a%20b&code=c' }),
  'with headers': sent({ headers: { 'sec-fetch-site': 'cross-site', 'x-crm-oauth': '1' }, method: 'DELETE' }),
  'with another method in a header': sent({
    method: 'POST',
    headers: { 'x-http-method-override': 'DELETE', 'content-type': 'application/x-www-form-urlencoded' },
    body: '_method=DELETE',
  }),
  'with a body': sent({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"client_id":"é"}',
  }),
  'with as long a body as is read': sent({ method: 'POST', body: 'é'.repeat(8_192) }),
};

const read = (request: Sent): unknown =>
  JSON.parse(
    execFileSync('php', [
      '-d',
      // What an older package does is not ours.
      'error_reporting=0',
      'test/php/adapters.php',
      JSON.stringify(request),
    ]).toString(),
  );

for (const [name, request] of Object.entries(requests)) {
  test(`a request ${name} is the same, whatever the framework`, () => {
    const { method, target, headers, body } = request;
    const [path, query = ''] = target.split('?');
    const expected = { method, path, query, headers, body };
    expect(read(request)).toEqual({ symfony: expected, psr7: expected });
  });
}

test('a longer body is not read, whatever the framework', () => {
  const given = read(sent({ method: 'POST', body: 'a'.repeat(16_385) })) as Record<string, { body: unknown }>;
  expect(given).toMatchObject({ symfony: { body: null }, psr7: { body: null } });
});
