import { expect, test } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import { Client, exchangeCode, readAuthorizationResponse } from '../../src/server.js';
import {
  CATALOGUE_NAMES,
  CATALOGUE_ROWS,
  type CatalogueName,
  clientOptions,
  REDIRECT_URI,
  responseQuery,
  VERIFIER,
} from './catalogue.js';

const SECRET = 'S3cret +/%&:="';
const { fetch } = globalThis;
test.afterEach(() => {
  globalThis.fetch = fetch;
});

/** The endpoints whose requests the standard describes: a POST with a form, and a secret by one of its two ways. */
const standard = CATALOGUE_NAMES.filter((name) => CATALOGUE_ROWS[name].exchange.type === 'form');

/** A token request by oauth4webapi, an independent implementation of the same grammar. */
async function theirs(name: CatalogueName): Promise<Request> {
  const { exchange } = CATALOGUE_ROWS[name];
  const server = { issuer: new URL(exchange.url).origin, token_endpoint: exchange.url };
  const client = { client_id: 'an-id' };
  const authentication =
    exchange.by === 'basic' ? oauth.ClientSecretBasic(SECRET) : oauth.ClientSecretPost(SECRET);
  const params = oauth.validateAuthResponse(
    server,
    client,
    new URLSearchParams({ code: 'a-code', state: 'a-state' }),
    'a-state',
  );
  let sent: Request | undefined;
  await oauth.authorizationCodeGrantRequest(server, client, authentication, params, REDIRECT_URI, VERIFIER, {
    additionalParameters: exchange.more ? { ...exchange.more } : {},
    [oauth.customFetch]: (url, init) => {
      sent = new Request(url, init);
      return Promise.resolve(Response.json({}));
    },
  });
  return sent!;
}

async function ours(name: CatalogueName): Promise<Request> {
  const client = new Client(
    clientOptions(name, { clientSecret: SECRET, ...(name === 'zoho' && { secrets: {} }) }),
  );
  const { pkce, answer } = CATALOGUE_ROWS[name];
  let sent: Request | undefined;
  globalThis.fetch = (input, init) => {
    sent = new Request(input, init);
    return Promise.resolve(Response.json(answer));
  };
  const response = await readAuthorizationResponse(responseQuery(name), () => true, client);
  await exchangeCode(client, response, pkce === 'never' ? {} : { codeVerifier: VERIFIER });
  return sent!;
}

async function parts(request: Request, pkce: string): Promise<unknown> {
  const { url, method, headers } = request;
  const sent = [...new URLSearchParams(await request.text())].sort();
  // It always sends a verifier, which a server without PKCE ignores.
  const body = sent.filter(([field]) => pkce !== 'never' || field !== 'code_verifier');
  // Encoded and decoded as the receiver does: a space may be a plus sign or %20.
  const basic = headers.get('authorization')?.replace('Basic ', '');
  const credentials =
    basic &&
    atob(basic)
      .split(':')
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return { url, method, type: headers.get('content-type')?.split(';')[0], credentials, body };
}

for (const name of standard) {
  test(`${name}: the token request is that of oauth4webapi, parameter by parameter`, async () => {
    const { pkce } = CATALOGUE_ROWS[name];
    expect(await parts(await ours(name), 'sent')).toEqual(await parts(await theirs(name), pkce));
  });
}

test('the answers that oauth4webapi would not take are those for which the decision names a reason', async () => {
  const refused: string[] = [];
  for (const name of CATALOGUE_NAMES) {
    const { exchange, answer } = CATALOGUE_ROWS[name];
    const server = { issuer: new URL(exchange.url).origin, token_endpoint: exchange.url };
    // It knows one status of a good answer.
    const status = name === 'zendesk' ? 201 : 200;
    const response = Response.json(answer, { status });
    await oauth
      .processAuthorizationCodeResponse(server, { client_id: 'an-id' }, response)
      .catch(() => refused.push(name));
  }
  const requests = CATALOGUE_NAMES.filter((name) => !standard.includes(name));
  expect({ refused, requests }).toEqual({
    refused: ['bitrix24', 'zendesk'],
    requests: ['bitrix24', 'zendesk', 'monday'],
  });
});
