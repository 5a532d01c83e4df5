import { expect } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { freePort, start } from '../server/guides/runtimes.js';
import { provide, test as base } from './fixtures.js';

const PREPARE = resolve('scripts/prepare-release.mjs');
const REPOSITORY = 'https://git.example/harbor/button';

/** The workflow's variables that name this repository. */
const workflow = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'harbor/button' };

/** The package as a release leaves it: prepared, published, and installed from a registry into an empty folder. */
interface Released {
  readonly folder: string;
  readonly root: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Knows this package and no other. */
const CONFIG = `storage: storage
packages:
  crm-oauth-button:
    access: $all
    publish: $all
log: { type: stdout, level: warn }
`;

const test = base.extend<object, { released: Released }>({
  released: [
    async ({ installed }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'crm-oauth-registry-'));
      writeFileSync(join(folder, 'config.yaml'), CONFIG);
      const port = String(await freePort());
      const options = ['--config', 'config.yaml', '--listen', `localhost:${port}`];
      const registry = await start('verdaccio', options, { folder, env: {}, port });
      try {
        writeFileSync(join(folder, '.npmrc'), `//localhost:${port}/:_authToken=none\n`);
        const env = {
          ...process.env,
          ...workflow,
          npm_config_registry: registry.url,
          npm_config_userconfig: join(folder, '.npmrc'),
          npm_config_cache: join(folder, 'cache'),
        };
        const run = (command: string, ...args: string[]) =>
          execFileSync(command, args, {
            cwd: folder,
            env,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
          });

        run('tar', '-xzf', installed.tarball);
        run('node', PREPARE, 'package');
        const tarball = run('npm', 'pack', './package', '--ignore-scripts', '--silent').trim();
        run('npm', 'publish', `./${tarball}`, '--access', 'public', '--ignore-scripts');
        rmSync(join(folder, 'package'), { recursive: true });

        writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
        // Copied from here, because the registry may be unreachable.
        provide(folder, 'lit');
        run('npm', 'install', 'crm-oauth-button', '--no-audit', '--no-fund');
        const root = join(folder, 'node_modules/crm-oauth-button');
        const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Released['manifest'];
        await use({ folder, root, manifest });
      } finally {
        await registry.stop();
        rmSync(folder, { recursive: true });
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('an installed release says where it comes from', ({ released }) => {
  expect(released.manifest).toMatchObject({
    repository: { type: 'git', url: `git+${REPOSITORY}.git` },
    homepage: `${REPOSITORY}#readme`,
    bugs: { url: `${REPOSITORY}/issues` },
  });
});

test('each link in its documents leads to a packed file, or to one of the repository at the tag', ({
  released: { root, manifest },
}) => {
  const documents = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.md$|^llms\.txt$/.test(file),
  );
  expect(documents).toEqual(
    expect.arrayContaining(['README.md', 'docs/getting-started.md', 'php/README.md']),
  );
  const address = new RegExp(`^${REPOSITORY}/(?:blob|raw)/v${String(manifest.version)}/`);
  for (const document of documents) {
    const prose = readFileSync(join(root, document), 'utf8').replace(/^```[^]*?^```$/gm, '');
    const links = [...prose.matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link!);
    for (const link of links.filter((each) => address.test(each) || !/^[a-z]+:/.test(each))) {
      const isOwn = address.test(link);
      if (document === 'README.md') expect(isOwn, link).toBe(true);
      const target = isOwn ? resolve(link.replace(address, '')) : join(root, dirname(document), link);
      expect(existsSync(target), `${link} in ${document}`).toBe(true);
    }
  }
});

test('its pictures are linked as pictures', ({ released: { root } }) => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, address]) => address);
  expect(pictures.length).toBeGreaterThan(1);
  for (const address of pictures) expect(address).toContain(`${REPOSITORY}/raw/`);
});

test('the sandbox of an installed release starts', async ({ released: { folder } }) => {
  const port = String(await freePort());
  const command = join(folder, 'node_modules/.bin/crm-oauth-sandbox');
  const sandbox = await start(command, ['--port', port], { folder, env: {}, port });
  const page = await (await fetch(sandbox.url)).text();
  await sandbox.stop();
  expect(page).toContain('</html>');
});

test('the back end of an installed release can be imported', ({ released: { folder } }) => {
  const code = "console.log(typeof (await import('crm-oauth-button/server')).createHandler)";
  const said = execFileSync('node', ['--input-type=module', '-e', code], { cwd: folder, encoding: 'utf8' });
  expect(said.trim()).toBe('function');
});

for (const [name, variables] of Object.entries({
  'the variables': { GITHUB_SERVER_URL: '', GITHUB_REPOSITORY: '' },
  'an owner': { ...workflow, GITHUB_REPOSITORY: 'button' },
  https: { ...workflow, GITHUB_SERVER_URL: 'http://git.example' },
})) {
  test(`without ${name}, nothing is released`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'crm-oauth-prepare-'));
    const before = '{ "name": "x", "version": "1.0.0" }';
    writeFileSync(join(folder, 'package.json'), before);
    const options = { env: { ...process.env, ...variables }, encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync('node', [PREPARE, folder], options);
    expect(status).toBe(1);
    expect(stderr).toContain('name no repository');
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(before);
    rmSync(folder, { recursive: true });
  });
}
