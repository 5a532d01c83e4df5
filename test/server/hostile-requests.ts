/** A request that nobody sends who means well. Each is sent as it stands, with a signed-in user's cookie or without. */
export interface HostileRequest {
  /** The request line, without the version. */
  readonly line: string;
  readonly headers?: readonly string[];
  readonly body?: string;
  /** What it gets; 0 where Node hangs up. */
  readonly status: number;
}

const long = 'x'.repeat(12_000);
const json = ['Content-Type: application/json'];
const form = ['Content-Type: application/x-www-form-urlencoded'];
const marked = ['X-Crm-Oauth: 1'];

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '%00',
  '%0d%0aSet-Cookie:a=b',
  '..%2fkommo',
  '%E0%A4%A',
  '%',
  '%F0%9F%92%A5',
  "'",
  '%2e%2e',
];

/** Names of clients and ids of connections that lead somewhere in a careless program. */
const NAMED: readonly HostileRequest[] = NAMES.flatMap((name) => [
  { line: `GET /crm/callback/${name}?code=a&state=b`, status: 404 },
  { line: `GET /crm/state?provider=${name}`, status: 400 },
  { line: `DELETE /crm/connections/${name}`, headers: marked, status: 404 },
]);

const QUERIES: readonly HostileRequest[] = [
  { line: 'GET /crm/state?provider=kommo&provider=hubspot&returnTo=//evil.example', status: 400 },
  { line: 'GET /crm/state?provider=kommo&returnTo=%00//evil.example', status: 400 },
  { line: 'GET /crm/state?provider=kommo&returnTo=http://%00', status: 400 },
  { line: 'GET /crm/state?provider[]=kommo', status: 400 },
  { line: 'GET /crm/state?__proto__[provider]=kommo', status: 400 },
  { line: 'GET /crm/callback/kommo?code=a&code=b&state=c&referer=acme.kommo.com', status: 403 },
  { line: 'GET /crm/callback/kommo?state=&code=a&referer=acme.kommo.com', status: 403 },
  { line: 'GET /crm/callback/kommo?state[]=a&code=a', status: 403 },
  { line: 'GET /crm/callback/kommo?error=%0d%0aSet-Cookie:%20a=b&state=c', status: 403 },
  { line: 'GET /crm/callback/kommo?error=<script>&state=c', status: 403 },
  { line: `GET /crm/callback/kommo?state=${long}`, status: 403 },
  { line: `GET /crm/callback/kommo?${'a=b&'.repeat(3000)}`, status: 403 },
  { line: 'GET /crm/callback/kommo?%=%&%E0%A4%A=%FF&state=%FF%FE', status: 403 },
  { line: 'GET /crm/callback/kommo?from_widget=1&code=a&referer=localhost&client_id=shop-id', status: 403 },
  {
    line: 'GET /crm/callback/kommo?from_widget=1&code=a&referer=acme.kommo.com@evil.example&client_id=shop-id',
    status: 403,
  },
  {
    line: 'GET /crm/callback/kommo?from_widget=1&code=a&referer=evil.example%2facme.kommo.com&client_id=shop-id',
    status: 403,
  },
  {
    line: 'GET /crm/callback/kommo?from_widget=1&code=a&referer=acme.kommo.com%0a&client_id=shop-id',
    status: 403,
  },
  { line: 'GET /crm/disconnected/kommo?client_uuid=__proto__&account_id=1&signature=', status: 403 },
  {
    line: 'GET /crm/disconnected/kommo?client_uuid=shop-id&account_id=31000001&account_id=1&signature=a',
    status: 403,
  },
  {
    line: 'GET /crm/disconnected/external?client_uuid=constructor&account_id=31000001&signature=00',
    status: 403,
  },
];

const TARGETS: readonly HostileRequest[] = [
  { line: 'GET http://evil.example/crm/connections', status: 400 },
  { line: 'GET https://localhost/crm/state?provider=kommo', status: 400 },
  { line: 'GET //evil.example/crm/connections', status: 404 },
  { line: 'GET /\\evil.example/crm/connections', status: 404 },
  { line: 'GET /crm//connections', status: 404 },
  { line: 'GET /crm/../crm/nothing', status: 404 },
  { line: 'GET /crm/%2e%2e/connections', status: 404 },
  { line: 'GET /crm/connections/../../etc/passwd', status: 404 },
  { line: 'GET /CRM/connections', status: 404 },
  { line: 'GET /crm/connections%00', status: 404 },
  { line: 'GET /crm/connections;a=b', status: 404 },
  { line: 'GET //:99999/crm/connections', status: 404 },
  { line: 'GET //[/crm/connections', status: 404 },
  { line: 'OPTIONS *', status: 400 },
  { line: 'CONNECT evil.example:443', status: 0 },
  { line: 'TRACE /crm/connections', status: 400 },
  { line: 'PROPFIND /crm/connections', status: 405 },
  { line: 'NONSENSE /crm/connections', status: 400 },
];

const BODIES: readonly HostileRequest[] = [
  { line: 'POST /crm/secrets/external', status: 415 },
  { line: 'POST /crm/secrets/external', headers: json, body: '{', status: 400 },
  { line: 'POST /crm/secrets/external', headers: json, body: '[]', status: 400 },
  {
    line: 'POST /crm/secrets/external',
    headers: json,
    body: '{"__proto__":{"client_id":"a","client_secret":"b","state":"c"}}',
    status: 400,
  },
  {
    line: 'POST /crm/secrets/external',
    headers: json,
    body: '{"client_id":{},"client_secret":[],"state":1}',
    status: 400,
  },
  {
    line: 'POST /crm/secrets/external',
    headers: json,
    body: '{"client_id":"a","client_secret":"b","state":"unknown"}',
    status: 403,
  },
  { line: 'POST /crm/secrets/external', headers: json, body: `"${long.repeat(2)}"`, status: 413 },
  { line: 'POST /crm/secrets/external', headers: json, body: `"${long.repeat(10)}"`, status: 413 },
  {
    line: 'POST /crm/secrets/external',
    headers: form,
    body: 'client_id=a&client_id=b&client_secret=c&state=d',
    status: 400,
  },
  {
    line: 'POST /crm/secrets/external',
    headers: [...json, 'Transfer-Encoding: chunked'],
    body: 'x',
    status: 400,
  },
  {
    line: 'DELETE /crm/callback/pipedrive',
    body: '{"client_id":"shop-id","company_id":7654321}',
    status: 403,
  },
  {
    line: 'DELETE /crm/callback/pipedrive',
    headers: ['Authorization: Basic AAAA'],
    body: long.repeat(7),
    status: 403,
  },
  { line: 'GET /crm/connections', body: '{"user":"bob"}', status: 200 },
];

const HEADERS: readonly HostileRequest[] = [
  {
    line: 'GET /crm/nothing',
    headers: ['X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https'],
    status: 404,
  },
  {
    line: 'GET /crm/nothing',
    headers: ['X-Forwarded-Prefix: //evil.example', 'X-Original-URL: /crm/connections'],
    status: 404,
  },
  {
    line: 'GET /crm/callback/kommo',
    headers: ['Referer: https://evil.example/crm', 'Sec-Fetch-Site: same-origin'],
    status: 403,
  },
  {
    line: 'GET /crm/callback/kommo',
    headers: ['Referer: javascript:alert(1)', 'Sec-Fetch-Site: same-origin'],
    status: 403,
  },
  { line: 'GET /crm/connections', headers: ['Sec-Fetch-Site: same-origin, cross-site'], status: 403 },
  { line: 'GET /crm/connections', headers: ['Sec-Fetch-Site: SAME-ORIGIN'], status: 403 },
  { line: 'POST /crm/connections', headers: ['X-Http-Method-Override: GET'], status: 405 },
  { line: 'POST /crm/connections/x', headers: [...marked, 'X-Http-Method-Override: DELETE'], status: 405 },
];

/** All of them: a new kind of attack is a row here. */
export const HOSTILE_REQUESTS: readonly HostileRequest[] = [
  ...NAMED,
  ...QUERIES,
  ...TARGETS,
  ...BODIES,
  ...HEADERS,
];
