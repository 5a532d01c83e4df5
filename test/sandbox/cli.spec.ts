import { expect } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startSandbox } from '../../sandbox/index.js';
import { sendRaw } from '../send-raw.js';
import { readAnswer, test } from './fixtures.js';

const started = new Set<ChildProcess>();

test.afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});

function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/cli.ts', ...args]);
  started.add(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output.text += chunk.toString()));
  }
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const url = async () => {
    await expect.poll(() => output.text, { timeout: 30_000 }).toContain('http://localhost:');
    return /http:\/\/localhost:\d+/.exec(output.text)![0];
  };
  return { child, output, exit, url };
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`it serves, logs, and ends with ${signal}`, async () => {
    const { child, output, exit, url } = run('--port', '0');
    expect((await fetch(`${await url()}/?code=0123456789`)).status).toBe(200);
    await expect.poll(() => output.text).toContain('GET /?code=0123… 200');
    child.kill(signal);
    expect(await exit).toBe(0);
  });
}

test('it registers an integration, and takes a behaviour', async () => {
  const registration = [
    '--client-id',
    'x',
    '--client-secret',
    'y',
    '--redirect-uri',
    'https://a.example/',
    '--name',
    'Ada',
  ];
  const { url } = run('--port=0', ...registration, '--answer=deny', '--coop=same-origin');
  const response = await fetch(`${await url()}/oauth/?client_id=x`);
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  const text = await response.text();
  expect(text).toContain('Returning to Ada');
  expect(text).toContain('https://a.example/?error=access_denied');
});

test('it registers a client of RingCentral, which needs no secret', async () => {
  const registration = ['--provider=ringcentral', '--client-id=x', '--redirect-uri=https://a.example/'];
  const { url } = run('--port=0', ...registration, '--answer=allow');
  const visit = async (redirectUri: string) => {
    const query = new URLSearchParams({ response_type: 'code', client_id: 'x', redirect_uri: redirectUri });
    return fetch(`${await url()}/ringcentral/restapi/oauth/authorize?${query.toString()}`, {
      redirect: 'manual',
    });
  };
  // No secret and no challenge: the test only asks whether the client is registered.
  const response = await visit('https://a.example/');
  expect(response.headers.get('location')).toContain('https://a.example/?error=invalid_request');
  expect((await visit('https://b.example/')).status).toBe(400);
});

test('it registers a client of the catalogue, below the CRM’s name', async () => {
  const registration = ['--provider=bitrix24', '--client-id=x', '--client-secret=y'];
  const { url } = run('--port=0', ...registration, '--redirect-uri=https://a.example/', '--answer=allow');
  const response = await fetch(`${await url()}/bitrix24/oauth/authorize/?client_id=x`, {
    redirect: 'manual',
  });
  expect(response.headers.get('location')).toContain('https://a.example/?code=');
});

test('it registers an integration with one CRM only', async () => {
  const registration = ['--client-id=x', '--client-secret=y', '--redirect-uri=https://a.example/'];
  const { url } = run('--port=0', ...registration, '--provider=amocrm');
  expect((await fetch(`${await url()}/amocrm/oauth/?client_id=x`)).status).toBe(200);
  expect((await fetch(`${await url()}/oauth/?client_id=x`)).status).toBe(400);
});

test('with --client-id every other client id is refused, at each CRM', async () => {
  const registration = ['--client-id=x', '--client-secret=y', '--redirect-uri=https://a.example/'];
  const { url } = run('--port=0', ...registration);
  const status = async (path: string) => (await fetch((await url()) + path)).status;
  const page = 'origin=http://localhost:3000/&redirect_uri=http://localhost:3000/&response_type=code';
  expect(await status(`/oauth/?client_id=x&${page}`)).toBe(200);
  for (const path of ['/oauth/', '/amocrm/oauth/', '/ringcentral/restapi/oauth/authorize']) {
    expect(await status(`${path}?client_id=y&${page}`), path).toBe(400);
  }
});

test('without --port it takes the next free one when 4400 is taken, and says so', async () => {
  const first = await startSandbox().catch(() => undefined);
  const { output, url } = run();
  const taken = Number(new URL(await url()).port);
  expect(taken).toBeGreaterThan(4400);
  expect(output.text).toContain('Port 4400 is in use.');
  expect((await fetch(`http://localhost:${taken}/`)).status).toBe(200);
  await first?.close();
});

test('--host has it answer under a name of its own too', async () => {
  const { url } = run('--port=0', '--host=sandbox', '--host', '0.0.0.0');
  const status = async (host: string) =>
    (await sendRaw(await url(), ['GET / HTTP/1.1', `Host: ${host}:4400`])).status;
  expect([await status('sandbox'), await status('localhost'), await status('evil')]).toEqual([200, 200, 421]);
});

test('--host says who reaches it then', async () => {
  const warning = 'Whoever reaches it can control it: keep no real secrets in it.';
  const open = run('--port=0', '--host', '0.0.0.0');
  await open.url();
  await expect.poll(() => open.output.text).toContain(warning);
  const closed = run('--port=0');
  expect((await fetch(`${await closed.url()}/`)).status).toBe(200);
  await expect.poll(() => closed.output.text).toContain('GET / 200');
  expect(closed.output.text).not.toContain(warning);
});

test('--disconnect asks the sandbox that runs, and says what became of the hook', async ({ receiver }) => {
  const registration = ['--client-id=x', '--client-secret=y', '--redirect-uri=https://a.example/'];
  const { url } = run(
    '--port=0',
    ...registration,
    '--name=Ada',
    `--disconnect-uri=${receiver.url}/bye`,
    '--answer=allow',
  );
  const sandbox = await url();
  const port = new URL(sandbox).port;
  const { redirect } = await readAnswer(await fetch(`${sandbox}/oauth/?client_id=x`));
  const disconnect = async (...args: string[]) => {
    const { output, exit } = run('--disconnect', ...args);
    return { code: await exit, text: output.text };
  };

  const early = await disconnect('acme.kommo.com', '--port', port);
  expect(early.code).toBe(1);
  expect(early.text).toContain('Nothing is connected to “acme.kommo.com”. No account is connected.');

  const exchange = (code: string) =>
    fetch(`${sandbox}/oauth2/access_token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'x',
        client_secret: 'y',
        redirect_uri: 'https://a.example/',
        code,
      }),
    });
  expect((await exchange(redirect.searchParams.get('code')!)).status).toBe(200);
  const other = await disconnect('globex.kommo.com', '--port', port);
  expect(other.code).toBe(1);
  expect(other.text).toContain('“globex.kommo.com”. These accounts are connected: acme.kommo.com.');

  const done = await disconnect('acme.kommo.com', '--port', port);
  expect(done).toEqual({
    code: 0,
    text: `Ada is disconnected from acme.kommo.com. Its hook ${receiver.url}/bye answered with status 200.\n`,
  });
  expect(receiver.requests.map(({ url }) => url)).toEqual([
    expect.stringMatching(/^\/bye\?client_uuid=x&account_id=31000001&signature=[0-9a-f]{64}$/),
  ]);

  const again = await readAnswer(await fetch(`${sandbox}/oauth/?client_id=x`));
  expect((await exchange(again.redirect.searchParams.get('code')!)).status).toBe(200);
  receiver.status = 404;
  const refused = await disconnect('31000001', '--port', port);
  expect(refused.code).toBe(1);
  expect(refused.text).toContain(`Its hook ${receiver.url}/bye answered with status 404.`);
});

test('--disconnect ends with 1 where no sandbox answers', async ({ receiver }) => {
  const foreign = run('--disconnect', 'acme.kommo.com', '--port', new URL(receiver.url).port);
  expect(await foreign.exit).toBe(1);
  expect(foreign.output.text).toContain('is no sandbox of this version.');
  const sandbox = await startSandbox({ port: 0 });
  await sandbox.close();
  const nobody = run('--disconnect', 'acme.kommo.com', '--port', String(sandbox.port));
  expect(await nobody.exit).toBe(1);
  expect(nobody.output.text).toContain(`No sandbox answers at port ${sandbox.port}. Start one, or say`);
});

test('--help', async () => {
  const { output, exit } = run('--help');
  expect(await exit).toBe(0);
  expect(output.text).toContain('--redirect-uri <uri>');
});

for (const [args, message] of [
  [['--nonsense'], "Unknown option '--nonsense'"],
  [['--port', 'abc'], '--port must be a number from 0 to 65535, not "abc".'],
  [['--port', '65536'], '--port must be a number'],
  [['--host', 'http://sandbox'], '--host: “http://sandbox” is not the name or the address of a host'],
  [['--client-id', 'x'], 'An integration needs all of --client-id, --client-secret and --redirect-uri.'],
  [
    ['--client-id=x', '--client-secret=y', '--redirect-uri=/cb'],
    '--redirect-uri: “/cb” is not an absolute URL.',
  ],
  [
    ['--disconnect-uri=https://a.example/'],
    'An integration needs all of --client-id, --client-secret and --redirect-uri.',
  ],
  [
    ['--client-id=x', '--client-secret=y', '--redirect-uri=https://a.example/', '--disconnect-uri=/bye'],
    '--disconnect-uri: “/bye” is not an absolute URL.',
  ],
  [
    [
      '--provider=hubspot',
      '--client-id=x',
      '--client-secret=y',
      '--redirect-uri=https://a.example/',
      '--disconnect-uri=https://a.example/bye',
    ],
    '--disconnect-uri goes with --provider kommo or amocrm. HubSpot has no disconnect hook.',
  ],
  [['--disconnect=acme.kommo.com', '--client-id=x'], '--disconnect asks a sandbox that runs already.'],
  [['--disconnect=acme.kommo.com', '--host=sandbox'], '--disconnect asks a sandbox that runs already.'],
  [['--disconnect=acme.kommo.com', '--port=x'], '--port must be a number'],
  [['--provider=ringcentral', '--client-id=x'], 'An integration needs all of --client-id'],
  [['--provider', 'acme'], '--provider must be kommo, amocrm, ringcentral, '],
  [['--answer', 'maybe'], 'The behaviour "answer" must be one of ask, allow, deny, hang.'],
] as const) {
  test(`exit 2 for ${args.join(' ')}`, async () => {
    const { output, exit } = run(...args);
    expect(await exit).toBe(2);
    expect(output.text).toContain(`crm-oauth-sandbox: ${message}`);
    expect(output.text).not.toContain('    at ');
  });
}

test('exit 1 when the port is taken', async () => {
  const sandbox = await startSandbox({ port: 0 });
  const { output, exit } = run('--port', String(sandbox.port));
  expect(await exit).toBe(1);
  expect(output.text).toContain(`crm-oauth-sandbox: Port ${sandbox.port} is in use.`);
  await sandbox.close();
});

test('startSandbox rejects when the port is taken, and close() can be called twice', async () => {
  const sandbox = await startSandbox({ port: 0 });
  await expect(startSandbox({ port: sandbox.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await sandbox.close();
  await sandbox.close();
  await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
});
