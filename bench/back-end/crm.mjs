// @ts-check
/** A CRM that costs next to nothing: it takes every code and every refresh token, and each code opens an account of its own. */
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.url === '/kommo/api/v4/account') {
    const [, id] = /account-(\d+)/.exec(request.headers.authorization ?? '') ?? [];
    response.end(JSON.stringify({ id: Number(id), name: `Account ${id}` }));
    return;
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const { code, refresh_token: refreshToken } = JSON.parse(body);
  const [, id] = /account-(\d+)/.exec(code ?? refreshToken) ?? [];
  response.end(
    JSON.stringify({
      token_type: 'Bearer',
      expires_in: 86_400,
      // As long as the vendor's, which are JWTs of about a thousand characters.
      access_token: `access-account-${id}-`.padEnd(1000, 'x'),
      refresh_token: `refresh-account-${id}-`.padEnd(1000, 'x'),
    }),
  );
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address()));
