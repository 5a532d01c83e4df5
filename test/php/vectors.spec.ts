import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TOKEN_ENDPOINTS } from '../../src/providers/token-endpoints.js';
import { hostileTexts } from '../server/hostile.js';
import { type Expected, readVectors } from '../vectors/read.js';
import { findPhp } from './install.mjs';
import { type Case, clientOf, type Verdict, verdictsOfPhp, verdictsOfTypeScript } from './verdicts.js';

test.skip(!findPhp(), 'PHP is missing');

const BASE = {
  clientId: 'an-id',
  clientSecret: 'S3cret-which-nobody-may-see',
  redirectUri: 'https://shop.example/callback',
};

/** Runs the cases of a table in both languages, and compares each verdict with the table's. */
async function expectBoth(
  cases: readonly Case[],
  expected: readonly Expected[],
  shownOf: (verdict: Verdict) => Expected = shown,
): Promise<void> {
  expect(cases).toHaveLength(expected.length);
  const verdicts = { TypeScript: await verdictsOfTypeScript(cases), PHP: await verdictsOfPhp(cases) };
  for (const [language, given] of Object.entries(verdicts)) {
    const found = given.map((verdict, index) => [JSON.stringify(cases[index]), shownOf(verdict)]);
    expect(found, language).toEqual(expected.map((each, index) => [JSON.stringify(cases[index]), each]));
  }
}

function shown({ value, error }: Verdict): Expected {
  return error ? { error: error.code } : { value };
}

test('PHP has the catalogue of TypeScript', async () => {
  const names = Object.keys(TOKEN_ENDPOINTS);
  const endpoints = await verdictsOfPhp(names.map((provider) => ({ call: 'endpoint', provider })));
  const texts = JSON.stringify(Object.values(TOKEN_ENDPOINTS), (_, value: unknown) =>
    value instanceof RegExp ? 'a pattern' : value,
  );
  const known = JSON.parse(texts, (_, value: unknown) =>
    value === 'a pattern' ? expect.stringMatching(/^~.*~Di?$/) : value,
  ) as Record<string, unknown>[];
  expect(endpoints.map(({ value }) => value)).toEqual(known.map((each) => expect.objectContaining(each)));
});

test('the same settings make the same client, or the same error', async () => {
  const rows = readVectors('endpoints');
  const cases = rows.map(({ client }): Case => ({ call: 'client', client }));
  const beginnings = rows.map(({ error }) => error);
  await expectBoth(
    cases,
    rows.map(({ error, value }) => (error === undefined ? { value } : { error: 'invalid_argument' })),
  );
  for (const verdicts of [await verdictsOfTypeScript(cases), await verdictsOfPhp(cases)]) {
    for (const [index, { error }] of verdicts.entries())
      expect(error?.message ?? '').toContain(beginnings[index] ?? '');
  }
});

test('the same hosts get a secret or a token, and no hostile one does', async () => {
  const { good, accounts } = readVectors('hosts');
  const asked = good.flatMap(({ call, client, good: host }) => {
    const settings = { ...BASE, ...client };
    const of = (given: unknown): Case => ({ call, client: settings, given });
    const hostile = hostileTexts(host).filter((each) => each !== host);
    const { hosts, apiHosts } = clientOf(settings).tokenEndpoint;
    const isNamed = 'parameter' in hosts && 'pattern' in hosts && (call === 'host' || !apiHosts);
    const error = isNamed ? `invalid_${hosts.parameter}` : 'invalid_host';
    return [[of(host), { value: host }] as const, ...hostile.map((each) => [of(each), { error }] as const)];
  });
  const kommo = Object.values(accounts)
    .flat()
    .map((given) => [{ call: 'host', client: BASE, given }, { error: 'invalid_referer' }] as const);
  const rows = [...asked, ...kommo];
  expect(rows.length).toBeGreaterThan(1500);
  await expectBoth(
    rows.map(([each]) => each),
    rows.map(([, expected]) => expected),
  );
});

test('the same redirects are read, and the same ones refused', async () => {
  const { responses } = readVectors('states');
  await expectBoth(
    responses.map(({ client, url, isAccepted }) => ({ call: 'response', client, url, isAccepted })),
    responses.map(({ value, error, kind = 'client' }) =>
      error === undefined ? { value } : { error: `${kind} ${error}` },
    ),
    ({ value, error }) => (error ? { error: `${error.kind} ${error.code}` } : { value }),
  );
});

test('the same answers of a CRM hold tokens, and the same refusals mean the same', async () => {
  const rows = readVectors('tokens');
  const server = createServer((request, response) => {
    const { status, body } = rows[Number(request.url?.split('/')[1])]!;
    response.writeHead(status, { location: 'https://evil.example/' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const cases = rows.map(({ client, host }, index): Case => {
    const options = { server: `${url}/${index}` };
    return { call: 'exchange', client, code: 'code-which-nobody-may-see', host, options };
  });
  await expectBoth(
    cases,
    rows.map(({ value, error, hint }) => (error === undefined ? { value } : { error: `${error} ${hint}` })),
    ({ value, error }) => (error ? { error: `${error.code} ${error.hint}` } : { value }),
  ).finally(() => server.close());
});

const signatures = readVectors('signatures');

test('the same digests and signatures', async () => {
  const { digests, hmacs } = signatures;
  await expectBoth(
    digests.map(({ text }) => ({ call: 'digest', text })),
    digests.map(({ digest }) => ({ value: digest })),
  );
  await expectBoth(
    hmacs.map(({ key, text }) => ({ call: 'hmac', key, text })),
    hmacs.map(({ hmac }) => ({ value: hmac })),
  );
});

test('the same tokens are signed', async () => {
  const { oneTimeTokens, secret } = signatures;
  await expectBoth(
    oneTimeTokens.map(({ token }) => ({ call: 'claims', token, secret })),
    oneTimeTokens.map(({ isSigned }) => ({ value: isSigned })),
    ({ value }) => ({ value: value !== null }),
  );
});

test('the same one-time tokens are accepted', async () => {
  const { oneTimeTokens, secret, clientId, redirectUri, now } = signatures;
  const client = { clientId, clientSecret: secret, redirectUri };
  const person = { account: '31000001', user: '7', host: 'acme.kommo.com' };
  await expectBoth(
    oneTimeTokens.map(({ token }) => ({ call: 'oneTimeToken', client, token, now })),
    oneTimeTokens.map(({ isAccepted }) => (isAccepted ? { value: person } : { error: 'invalid_token' })),
    ({ value, error }) => {
      if (error) return { error: error.code };
      const { account, user, host } = value as typeof person;
      return { value: { account, user, host } };
    },
  );
});

test('the same disconnections are believed', async () => {
  const { disconnects, secret, clientId } = signatures;
  await expectBoth(
    disconnects.map(({ url }) => ({ call: 'disconnect', url, clientId, secret })),
    disconnects.map(({ isGood }) =>
      isGood ? { value: { clientId, accountId: 31000001 } } : { error: 'invalid_signature' },
    ),
  );
});

test('the same states are taken', async () => {
  const { states } = readVectors('states');
  await expectBoth(
    states.map((each) => ({ call: 'states', ...each })),
    states.map(({ taken }) => ({ value: taken.map(({ verdict }) => verdict) })),
  );
});
