import { expect } from '@playwright/test';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readBlocks } from '../helpers/documents.js';
import { test } from './fixtures.js';

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly string[];
}

test.setTimeout(60_000);

const MODULES = join('node_modules', '.bin');

test('publint has nothing to say, strictly', async ({ installed }) => {
  const { messages, pkg } = await publint({ pkgDir: installed.root, pack: false, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('the types resolve as the modules do', ({ installed }) => {
  execFileSync(join(MODULES, 'attw'), [installed.tarball, '--profile', 'esm-only', '--quiet']);
});

test('whatever package.json names is packed', ({ installed }) => {
  const { exports, bin, sideEffects, ...fields } = installed.manifest;
  const named = [
    ...Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values<string>(target),
    ),
    ...Object.values(bin),
    ...sideEffects,
    fields.customElements,
    fields['web-types'],
    fields.unpkg,
    fields.jsdelivr,
  ].filter((path) => !path.includes('*'));
  expect(named.length).toBeGreaterThan(20);
  for (const path of named) expect(existsSync(join(installed.root, path)), path).toBe(true);
});

/** No `types`: nothing that may be in node_modules/@types is taken. */
const TSC = '--strict --noEmit --target es2022 --module nodenext --lib es2024,dom,dom.iterable'.split(' ');

test('the declarations need no package and no types but the DOM’s', ({ installed }) => {
  const { project, entries } = installed;
  writeFileSync(join(project, 'all.ts'), entries.map((entry) => `import '${entry}';`).join('\n'));
  execFileSync(resolve(MODULES, 'tsc'), [...TSC, 'all.ts'], { cwd: project, stdio: 'inherit' });
});

test('a page can add a provider’s name to the types', ({ installed }) => {
  const { project } = installed;
  writeFileSync(
    join(project, 'acme.ts'),
    `import { type CrmOAuthButton, kommo, registerProvider } from 'crm-oauth-button';

declare module 'crm-oauth-button' {
  interface ProviderNames {
    acme: unknown;
  }
}

declare const button: CrmOAuthButton;
button.provider = 'kommo';
button.provider = 'acme';
// @ts-expect-error No provider has this name.
button.provider = 'acne';
registerProvider('acme', { brand: 'Acme', language: 'en', logo: '', request: kommo });
`,
  );
  execFileSync(resolve(MODULES, 'tsc'), [...TSC, 'acme.ts'], { cwd: project, stdio: 'inherit' });
});

test('every map leads to a source that is packed, or holds it', ({ installed }) => {
  const maps = readdirSync(installed.root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.map'),
  );
  expect(maps.length).toBeGreaterThan(50);
  for (const map of maps) {
    const path = join(installed.root, map);
    const { sources, sourcesContent } = JSON.parse(readFileSync(path, 'utf8')) as SourceMap;
    for (const [i, source] of sources.entries()) {
      const isThere = sourcesContent?.[i] ?? existsSync(join(dirname(path), source));
      expect(isThere, `${source} of ${map}`).toBeTruthy();
    }
  }
});

test('nothing names a directory of the machine that packed it', ({ installed }) => {
  const files = readdirSync(installed.root, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((path) => /\.(js|json|map|ts|css)$/.test(path))) {
    expect(readFileSync(join(installed.root, file), 'utf8').includes(process.cwd()), file).toBe(false);
  }
});

/** Globals that Lit's server build and its renderer leave. */
const LIT = [
  'customElements',
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'litServerRoot',
  'reactiveElementVersions',
];

test('every entry can be imported in Node, and leaves no global but those of Lit', ({ installed }) => {
  const imports = installed.entries.map((entry) => `await import('${entry}');`).join('\n');
  const script = `const before = Object.getOwnPropertyNames(globalThis);
    ${imports}
    console.log(Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name)).sort().join());`;
  const said = execFileSync('node', ['--input-type=module', '-e', script], {
    cwd: installed.project,
    encoding: 'utf8',
  });
  expect(said.trim().split(',')).toEqual(LIT);
});

test('every entry but the sandbox loads where a script has ECMAScript and events, and no more', async ({
  installed,
}) => {
  for (const entry of installed.entries.filter((name) => !name.endsWith('/sandbox'))) {
    const { code } = await bundle(installed.project, `export * from '${entry}'`, 'iife');
    // Every runtime has these two: Node, Deno, Bun, workers of all kinds.
    const context = createContext({ Event, EventTarget });
    expect(() => void runInContext(code, context), entry).not.toThrow();
    // No global remains that could make other code mistake this for a browser.
    expect(runInContext('typeof document + typeof HTMLElement', context), entry).toBe('undefinedundefined');
  }
});

test('Lit comes with what draws, and with nothing else', async ({ installed }) => {
  for (const entry of installed.entries.filter((name) => !name.endsWith('/sandbox'))) {
    const { inputs } = await bundle(installed.project, `export * from '${entry}'`);
    const draws = ['', '/element', '/connections', '/ssr'].some(
      (name) => entry === `crm-oauth-button${name}`,
    );
    expect(
      inputs.some((input) => /node_modules\/(@lit|lit)/.test(input)),
      entry,
    ).toBe(draws);
  }
});

test('the script for a page has Lit’s production build, and nothing of hydration', ({ installed }) => {
  const script = readFileSync(join(installed.root, 'cdn/button.js'), 'utf8');
  expect(script).toContain('litHtmlVersions');
  for (const text of ['dev mode', 'litIssuedWarnings', 'lit-debug', 'defer-hydration']) {
    expect(script.includes(text), text).toBe(false);
  }
});

test('a bundler takes of the headless half nothing that draws', async ({ installed }) => {
  const { inputs } = await bundle(
    installed.project,
    `import { authorize, kommo } from 'crm-oauth-button/consent'; authorize(kommo({ clientId: '' }));`,
  );
  expect(inputs).toContain('consent/authorize.js');
  expect(inputs.filter((input) => /^(button|drop-in|ssr|testing|server)\//.test(input))).toEqual([]);
});

test('a bundler drops what is imported and not used, but for the element’s registration', async ({
  installed,
}) => {
  for (const entry of ['element', 'consent', 'providers', 'callback', 'server', 'testing']) {
    const { code } = await bundle(installed.project, `import 'crm-oauth-button/${entry}'`);
    expect(code.trim(), entry).toBe('');
  }
  for (const entry of ['crm-oauth-button', 'crm-oauth-button/connections']) {
    const { code } = await bundle(installed.project, `import '${entry}'`);
    expect(code, entry).toContain('customElements.define');
  }
});

test('a bundler takes of the catalogue what the document’s sample names', async ({ installed }) => {
  const [sample] = readBlocks('docs/frameworks.md').filter(({ section }) => section === 'With one CRM alone');
  const { inputs } = await bundle(installed.project, sample!.code);
  const rooms = inputs.flatMap((input) => /^providers\/(\w+)\//.exec(input)?.[1] ?? []);
  expect([...new Set(rooms)].sort()).toEqual(['hubspot', 'kommo', 'oauth2']);
});

test('the scripts for a page have the hashes that cdn/integrity.json says, under an immutable name too', ({
  installed,
}) => {
  const read = (file: string): Buffer => readFileSync(join(installed.root, 'cdn', file));
  const { version, integrity } = JSON.parse(read('integrity.json').toString()) as {
    version: string;
    integrity: Record<string, string>;
  };
  for (const [file, hash] of Object.entries(integrity)) {
    expect(hash, file).toBe(`sha384-${createHash('sha384').update(read(file)).digest('base64')}`);
  }
  const scripts = readdirSync(join(installed.root, 'cdn')).filter((file) => /\.(js|css)$/.test(file));
  expect(Object.keys(integrity).sort()).toEqual(scripts.sort());
  for (const name of ['button', 'callback', 'locales', 'connections']) {
    expect(integrity[`${name}-${version}.js`]).toBe(integrity[`${name}.js`]);
  }
  const tags = read('README.md').toString();
  for (const [file, hash] of Object.entries(integrity)) {
    expect(tags).toContain(`@${version}/cdn/${file}" integrity="${hash}" crossorigin="anonymous"`);
  }
});

/** Bundles a module in the project. */
async function bundle(
  project: string,
  contents: string,
  format: 'esm' | 'iife' = 'esm',
): Promise<{ code: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: project },
    absWorkingDir: project,
    bundle: true,
    format,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return {
    code: outputFiles[0]!.text,
    inputs: inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path.replace(/^.*crm-oauth-button\/dist\//, '')),
  };
}
