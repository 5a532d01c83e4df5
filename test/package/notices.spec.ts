import { expect } from '@playwright/test';
import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollup } from 'rollup';
import scripts from '../../rollup.config.mjs';
import { thirdParty } from '../../scripts/third-party.mjs';
import { test } from './fixtures.js';

/** A module path's package: the innermost. */
const packageOf = (path: string) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];

const licenseOf = (name: string) => {
  const folder = join('node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { version, text: readFileSync(join(folder, 'LICENSE'), 'utf8').trim() };
};

test('each package whose code is in a packed script is named, with its version and its licence', async ({
  installed,
}) => {
  const notices = readFileSync(join(installed.root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  // The modules that the bundler has read, rather than its output.
  const { metafile } = await build({
    entryPoints: ['sandbox/index.ts', 'sandbox/cli.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: 'unwritten',
    write: false,
    metafile: true,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const bundled = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => packageOf(path));
  const mapped = readdirSync(installed.root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.map'))
    .flatMap(
      (path) =>
        (JSON.parse(readFileSync(join(installed.root, path), 'utf8')) as { sources: string[] }).sources,
    )
    .map(packageOf);

  const names = new Set([...bundled, ...mapped].filter((name) => name !== undefined));
  expect([...names]).toContain('hono');
  for (const name of names) {
    const { version, text } = licenseOf(name);
    expect(notices).toContain(`\n${name} ${version} (`);
    expect(notices, name).toContain(`\n${text}\n`);
  }
});

test('the notices name nothing that is not packed', ({ installed }) => {
  const notices = readFileSync(join(installed.root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const files = [...notices.matchAll(/^In: (.*)$/gm)].flatMap(([, list = '']) => list.split(', '));
  const packed = readdirSync(installed.root, { recursive: true, encoding: 'utf8' });
  for (const file of files) expect(packed).toContain(file);
});

test('what rollup bundles for a page is named too, minified as it is', async () => {
  // Inside the project: the packages are found from there.
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(join('test-results', 'notices-'));
  const input = join(folder, 'page.mjs');
  writeFileSync(input, `import { html, render } from 'lit'; render(html\`<p>Hello</p>\`, document.body);`);
  const { plugins } = scripts[0]!;
  const bundle = await rollup({ input, plugins });
  await bundle.write({ file: join(folder, 'built/page.js'), format: 'iife', sourcemap: true });
  await bundle.close();
  const packages = thirdParty([join(folder, 'built')]);
  expect(packages.map(({ name }) => name)).toContain('lit-html');
  for (const { name, version, license, text, files } of packages) {
    expect({ version, text }, name).toEqual(licenseOf(name));
    expect(license).toBe('BSD-3-Clause');
    expect(files).toEqual([`${folder}/built/page.js`]);
  }
  rmSync(folder, { recursive: true });
});

test('a script of which nobody can say whose code is in it stops the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notices-'));
  writeFileSync(join(folder, 'page.js'), 'alert(1);\n');
  expect(() => thirdParty([folder])).toThrow('page.js has no source map');
  rmSync(folder, { recursive: true });
});

test('a package without a licence stops the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notices-'));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  write('page.js', '//# sourceMappingURL=page.js.map\n');
  write('page.js.map', JSON.stringify({ sources: ['node_modules/nobody/index.js'] }));
  mkdirSync(join(folder, 'node_modules/nobody'), { recursive: true });
  write('node_modules/nobody/package.json', '{ "name": "nobody", "version": "1.0.0", "license": "MIT" }');
  expect(() => thirdParty([folder])).toThrow('nobody is bundled, and has no licence');
  rmSync(folder, { recursive: true });
});

test('a script that is copied without the package says whose code it holds, and where the licence is', ({
  installed,
}) => {
  const start = readFileSync(join(installed.root, 'cdn/button.js'), 'utf8').slice(0, 200);
  const { sources } = JSON.parse(readFileSync(join(installed.root, 'cdn/button.js.map'), 'utf8')) as {
    sources: string[];
  };
  expect(sources.some((source) => packageOf(source)?.startsWith('lit'))).toBe(true);
  expect(start).toMatch(/\/\/ With lit, .*THIRD-PARTY-NOTICES\.txt/);
});
