// @ts-check
/**
 * A CRM that costs next to nothing, in a thread of its own: it takes every code and every refresh token, and each code opens an account
 * of its own. It speaks Kommo's protocol, and Pipedrive's, which is the standard's: a form, and the client's secret by `Basic`.
 */
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

let codes = 0;
let refreshes = 0;

/** As long as the vendor's, which are JWTs of about a thousand characters. */
const token = (/** @type {string} */ kind, /** @type {string} */ id) =>
  `${kind}-account-${id}-`.padEnd(1000, 'x');

const accountIn = (/** @type {string | null | undefined} */ text) =>
  /account-(\d+)/.exec(text ?? '')?.[1] ?? '';

/** @type {Record<string, (id: string) => object>} */
const ACCOUNTS = {
  '/kommo/api/v4/account': (id) => ({ id: Number(id), name: `Account ${id}` }),
  '/pipedrive/v1/users/me': (id) => ({ data: { company_id: Number(id), company_name: `Account ${id}` } }),
};

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const send = (/** @type {object} */ answer) => response.end(JSON.stringify(answer));
  response.setHeader('content-type', 'application/json');
  if (pathname === '/pipedrive/oauth/authorize') {
    const query = new URLSearchParams({ code: `account-${codes++}`, state: searchParams.get('state') ?? '' });
    response.writeHead(302, { location: `${searchParams.get('redirect_uri')}?${query}` }).end();
    return;
  }
  if (pathname === '/refreshes') return void send({ refreshes });
  const account = ACCOUNTS[pathname];
  if (account) return void send(account(accountIn(request.headers.authorization)));
  let body = '';
  for await (const chunk of request) body += chunk;
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const params = isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body);
  if (params.refresh_token) refreshes += 1;
  const id = accountIn(params.code ?? params.refresh_token);
  send({
    token_type: 'Bearer',
    expires_in: 86_400,
    access_token: token('access', id),
    refresh_token: token('refresh', id),
    ...(isForm && { api_domain: 'https://acme.pipedrive.com' }),
  });
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address()));
