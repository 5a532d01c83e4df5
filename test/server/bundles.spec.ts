import { expect } from '@playwright/test';
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { obtainCode, SHOP } from '../sandbox/fixtures.js';
import { test } from './fixtures.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Texts of the back end's half that survive minification. */
const SERVER_ONLY =
  /client_secret|refresh_token|oauth\/token|oauth2\/access_token|client_uuid|FOR UPDATE|__Host-/;
/** Modules of that half. */
const SERVER_MODULE = /^dist\/(server|.*\/tokens\.js|.*\/token-endpoints\.js)/;

async function graphOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs);
}

for (const entry of ['index', 'element', 'consent', 'callback', 'ringcentral', 'ssr', 'testing']) {
  test(`dist/${entry}.js imports nothing of the back end’s half`, async () => {
    const inputs = await graphOf(`dist/${entry}.js`);
    expect(inputs).toContain(`dist/${entry}.js`);
    expect(inputs.filter((input) => SERVER_MODULE.test(input))).toEqual([]);
  });
}

test('the scripts for a page hold nothing of it', () => {
  const scripts = readdirSync(`${root}/cdn`).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(2);
  for (const name of scripts) {
    expect(readFileSync(`${root}/cdn/${name}`, 'utf8'), name).not.toMatch(SERVER_ONLY);
  }
  for (const name of [
    'server/tokens/token-request',
    'providers/kommo/tokens',
    'providers/ringcentral/tokens',
  ]) {
    expect(readFileSync(`${root}/dist/${name}.js`, 'utf8'), name).toMatch(SERVER_ONLY);
  }
});

test('the back end’s half imports itself and the providers’ token endpoints, no package and nothing of Node', async () => {
  const inputs = await graphOf('dist/server.js');
  expect(inputs.length).toBeGreaterThan(20);
  const isOurs =
    /^dist\/(server[./]|providers\/(own|checks|url|encoding|token-endpoints|[a-z0-9]+\/(?!request|code-request|face)[a-z-]+)\.js$)/;
  expect(inputs.filter((input) => !isOurs.test(input))).toEqual([]);
});

test('it runs where there is nothing but the web’s own functions', async ({ sandbox }) => {
  const { outputFiles } = await build({
    entryPoints: ['dist/server.js'],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'server',
    logLevel: 'error',
  });
  const web = {
    AbortSignal,
    btoa,
    crypto,
    fetch,
    Request,
    Response,
    setTimeout,
    TextDecoder,
    TextEncoder,
    URL,
  };
  const context = createContext({
    ...web,
    URLSearchParams,
    code: await obtainCode(sandbox),
    url: sandbox.url,
  });
  const flow = `${outputFiles[0]!.text}
    (async () => {
      const store = new server.MemoryStateStore();
      const state = await server.issueState('me', { store });
      const query = new URLSearchParams({ code, state, referer: 'acme.kommo.com' });
      const verify = (given) => server.verifyState(given, 'me', { store });
      const response = await server.readAuthorizationResponse('/callback?' + query, verify);
      const client = new server.Client(${JSON.stringify(SHOP)});
      const first = await server.exchangeCode(client, response, { server: url });
      const key = crypto.getRandomValues(new Uint8Array(32));
      const signed = await server.createSignedState(null, { key });
      await server.verifySignedState(signed.state, signed.setCookie.split(';')[0], { key });
      const secrets = new server.MemorySecretsStore();
      const body = new URLSearchParams({ client_id: 'new', client_secret: 's', state: signed.state });
      const delivery = new Request('https://shop.example/secrets', { method: 'POST', body });
      const find = (given) => server.findSignedState(given, { key });
      const { status } = await server.receiveSecrets(delivery, { store: secrets, find });
      return [String(await server.refreshTokens(client, first, { server: url })), status].join();
    })()`;
  expect(await runInContext(flow, context)).toBe('[TokenSet acme.kommo.com],200');
});

/** What is told nobody else: a store without keys, and the errors of a handler without `onError`. */
const TELLING = ['store/sealing.ts', 'handler/create-handler.ts'];

test('it logs nothing but what the application has to know', () => {
  const names = readdirSync(`${root}/src/server`, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(15);
  for (const name of files.filter((each) => !TELLING.includes(each))) {
    expect(readFileSync(`${root}/src/server/${name}`, 'utf8'), name).not.toMatch(/\bconsole\.(?!log\(\))/);
  }
});
