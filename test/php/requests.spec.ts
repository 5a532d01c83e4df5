import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CATALOGUE_NAMES, CATALOGUE_ROWS, clientOptions, VERIFIER } from '../server/catalogue.js';
import { TOKENS } from '../server/fixtures.js';
import type { ClientSettings } from '../vectors/read.js';
import { findPhp } from './install.mjs';
import { type Case, clientOf, verdictsOfPhp, verdictsOfTypeScript } from './verdicts.js';

test.skip(!findPhp(), 'PHP is missing');

interface Sent {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The headers that say something of the request, and not of the program that sends it. */
const SAID = ['accept', 'authorization', 'content-type', 'x-refresh-token'];

/** Tokens whose access token is a JWT that names a host, as Kommo's are. */
const JWT = `e30.${Buffer.from('{"api_domain":"api-b.kommo.com"}').toString('base64url')}.c2ln`;

/** Runs cases against a server that gives the same answer to each, and tells what it got. */
async function requestsOf(
  run: typeof verdictsOfPhp,
  casesOf: (server: string) => readonly Case[],
  answer: unknown,
): Promise<{ readonly sent: readonly Sent[]; readonly values: readonly unknown[] }> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const said = Object.fromEntries(SAID.map((name) => [name, headers[name]]));
      sent.push({ method, url, headers: said, body });
      response.end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const verdicts = await run(casesOf(`http://localhost:${(server.address() as AddressInfo).port}/stand-in/`));
  server.closeAllConnections();
  server.close();
  return { sent, values: verdicts.map(({ value, error }) => error?.message ?? value) };
}

/** Everything that a client asks its CRM. */
function casesOf(client: ClientSettings, host: string, apiHost: string, isProven: boolean) {
  return (server: string): readonly Case[] => {
    const options = { server };
    const verifier = isProven ? { codeVerifier: VERIFIER } : {};
    const { provider } = clientOf(client).tokenEndpoint;
    const kept = { provider, host: apiHost, accessToken: JWT, issuedAt: 0, account: 'an-account' };
    const tokens = { ...kept, refreshToken: 'refresh+token/=&' };
    return [
      { call: 'exchange', client, code: 'a code+/=&*~\u00e9', host, options: { ...options, ...verifier } },
      { call: 'refresh', client, tokens, options },
      { call: 'account', client, tokens, options },
      { call: 'currentHost', client, tokens, options },
      { call: 'revoke', client, tokens, options },
      { call: 'revoke', client, tokens: kept, options },
    ];
  };
}

const SECRETS = { clientId: 'an id:+*~\u00e9', clientSecret: 'S3cret +/%&="*~\u00e9' };

for (const name of CATALOGUE_NAMES) {
  test(`${name}: PHP sends what TypeScript sends, and reads what it reads`, async () => {
    const { apiHost, account, answer, exchange, pkce } = CATALOGUE_ROWS[name];
    const client = { ...(clientOptions(name) as object), ...SECRETS };
    const cases = casesOf(client, new URL(exchange.url).host, apiHost, pkce !== 'never');
    const given = { ...answer, ...(account.answer as object | undefined) };
    const [expected, found] = [
      await requestsOf(verdictsOfTypeScript, cases, given),
      await requestsOf(verdictsOfPhp, cases, given),
    ];
    expect(expected.sent.length).toBeGreaterThan(1);
    expect(found).toEqual(expected);
  });
}

for (const host of ['acme.kommo.com', 'acme.amocrm.ru']) {
  test(`${host}: PHP sends what TypeScript sends, and reads what it reads`, async () => {
    const client = { ...SECRETS, redirectUri: 'https://shop.example/callback?tenant=7' };
    const cases = casesOf(client, host, host, false);
    const answer = { ...TOKENS, id: 31000001, name: 'Acme \u00e9', domain: 'renamed.kommo.com' };
    const expected = await requestsOf(verdictsOfTypeScript, cases, answer);
    expect(expected.sent).toHaveLength(4);
    expect(await requestsOf(verdictsOfPhp, cases, answer)).toEqual(expected);
  });
}
