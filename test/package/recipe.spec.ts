import { expect, test } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { infoOf, readBlocks } from '../helpers/documents.js';
import { PROVIDERS } from '../providers/table.js';

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

/** A copy of the project in which the recipe for a CRM was followed to the letter. */
let copy: string;

test.beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'crm-oauth-recipe-'));
  const files = execFileSync('git', [
    '-c',
    'safe.directory=*',
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
  ]);
  // The build has put one module among the sources, and git ignores it.
  const built = 'src/server/handler/callback-script.js';
  for (const file of [...String(files).split('\n').filter(Boolean), built]) cpSync(file, join(copy, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
});
test.afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The recipe's code, by the file that it is for. */
function readRecipe(): { language: string; file: string; code: string }[] {
  return readBlocks('CONTRIBUTING.md').flatMap((block) => {
    const file = infoOf(block, 'file');
    return file ? { ...block, file } : [];
  });
}

/** Adds the lines of a diff: each after the line above it there, the first ones before the line below them. */
function apply(text: string, diff: string): string {
  const lines = text.split('\n');
  const above: string[] = [];
  let at: number | undefined;
  for (const line of diff.trimEnd().split('\n')) {
    const code = line.slice(1);
    if (!line.startsWith('+')) {
      const found = lines.indexOf(code, at);
      if (found < 0) throw new Error(`The recipe knows a line that is not there any more: ${code}`);
      at = found + above.length + 1;
      lines.splice(found, 0, ...above.splice(0));
    } else if (at === undefined) above.push(code);
    else lines.splice(at++, 0, code);
  }
  return lines.join('\n');
}

function run(command: string, ...args: string[]): string {
  const path = join('node_modules', '.bin', command);
  const env = { ...process.env, BROWSERS: 'chromium' };
  const { status, stdout, stderr } = spawnSync(path, args, { cwd: copy, encoding: 'utf8', env });
  // What it has said is all that tells what is wrong.
  if (status !== 0) throw new Error(`${command} failed: ${stdout}${stderr}`);
  return stdout;
}

test('the recipe can be followed', () => {
  const steps = readRecipe();
  expect(steps.length).toBeGreaterThan(4);
  for (const { language, file, code } of steps) {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, language === 'diff' ? apply(readFileSync(path, 'utf8'), code) : code);
  }
  run('tsc');
  run('eslint', 'src/providers');
  run('prettier', '--check', 'src/providers', 'src/consent.ts', 'sandbox/catalogue', 'demo/stories', 'test');
});

test('the button draws and asks, and the fallback sheet has it', () => {
  const said = run('web-test-runner', '--files', 'test/providers/catalogue.test.ts');
  const tests = 4 * (Object.keys(PROVIDERS).length + 1);
  expect(stripVTControlCharacters(said)).toContain(` ${tests} passed, 0 failed`);
});

test('its back end stands up to hostile responses', () => {
  run('playwright', 'test', 'test/server/hostile-catalogue.spec.ts', '-g', 'acme:');
});

test('the manifest and the documents have it', () => {
  run('cem', 'analyze', '--quiet');
  expect(readFileSync(join(copy, 'custom-elements.json'), 'utf8')).toContain("'highlevel' | 'acme'");
  run('tsx', 'scripts/write-tables.ts');
  expect(readFileSync(join(copy, 'docs/providers.md'), 'utf8')).toMatch(
    /`acme` +\| Acme +\| `acme\(\)` +\| yes/,
  );
});

test('the snippets of the studio have it', () => {
  const script = join(copy, 'snippets.ts');
  writeFileSync(
    script,
    `import { FORMATS } from './demo/snippets/formats.js';
const settings = { provider: 'acme', clientId: 'an-id', redirectUri: 'https://shop.example/callback' };
const place = { site: 'http://localhost:1', sandbox: 'http://localhost:2', isServed: true };
const input = { story: {}, settings, place, release: { version: '1', integrity: '' }, isForSandbox: true };
for (const { write } of Object.values(FORMATS)) console.log(write(input as never).text);`,
  );
  const said = run('tsx', script);
  expect(said).toContain("import { authorize, AuthorizationError, acme } from 'crm-oauth-button/consent';");
  expect(said).toContain('const { code, codeVerifier } = await authorize(request);');
  expect(said).toContain('provider="acme"');
});

test('the back end exchanges its code, verifier included, with the sandbox', () => {
  const script = join(copy, 'exchange.ts');
  writeFileSync(
    script,
    `import { startSandbox } from './sandbox/index.js';
import { acme } from './src/consent.js';
import { Client, exchangeCode, readAuthorizationResponse } from './src/server.js';

const redirectUri = 'https://shop.example/callback';
const client = new Client({ provider: 'acme', clientId: 'an-id', redirectUri });
const sandbox = await startSandbox({
  port: 0,
  clients: [{ provider: 'acme', clientId: 'an-id', name: 'Shop', redirectUri }],
  behaviour: { answer: 'allow' },
});
const server = sandbox.url + '/acme';
const request = acme({ clientId: 'an-id', redirectUri, server });
await request.ready;
const { url, codeVerifier, state } = request.prepare('a-state', 'https://shop.example/');
const consent = await fetch(url, { redirect: 'manual' });
const location = consent.headers.get('location') ?? '';
const response = await readAuthorizationResponse(location, (given) => given === state, client);
const tokens = await exchangeCode(client, response, { codeVerifier, server });
console.log([tokens.provider, tokens.host, tokens.accessToken.length > 10].join(' '));
await sandbox.close();
process.exit();`,
  );
  expect(run('tsx', script)).toContain('acme id.acme.example true');
});
