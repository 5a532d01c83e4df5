import { test as base } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An entry of `exports` in package.json: a path, or conditions. */
type Target = string | { readonly types: string; readonly default?: string };

/** The fields of package.json that tests read. */
interface Manifest {
  readonly exports: Readonly<Record<string, Target>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly sideEffects: readonly string[];
  readonly customElements: string;
  readonly 'web-types': string;
  readonly unpkg: string;
  readonly jsdelivr: string;
}

/** The package as its users get it: packed, and installed into an empty project. */
export interface Installed {
  /** The tarball. */
  readonly tarball: string;
  /** The empty project. */
  readonly project: string;
  /** The package in its `node_modules`. */
  readonly root: string;
  readonly manifest: Manifest;
  /** Names of the entries that can be run. */
  readonly entries: readonly string[];
}

export const test = base.extend<object, { installed: Installed }>({
  installed: [
    async ({}, use) => {
      const project = mkdtempSync(join(tmpdir(), 'crm-oauth-button-'));
      const npm = (directory: string, ...args: string[]): string =>
        execFileSync('npm', args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      // The build is there already.
      const [{ filename }] = JSON.parse(
        npm('.', 'pack', '--json', '--ignore-scripts', '--pack-destination', project),
      ) as [{ filename: string }];
      writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
      // Copied from here, because the registry may be unreachable.
      provide(project, 'lit');
      npm(project, 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
      // Installed only by users who render on a server.
      for (const name of ['@lit-labs/ssr', '@lit-labs/ssr-dom-shim']) provide(project, name);
      const root = join(project, 'node_modules/crm-oauth-button');
      const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
      const entries = Object.entries(manifest.exports)
        .filter(([name, target]) => !name.includes('*') && typeof target === 'object' && target.default)
        .map(([name]) => name.replace('.', 'crm-oauth-button'));
      await use({ tarball: join(project, filename), project, root, manifest, entries });
      rmSync(project, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** Copies a package and whatever it depends on from our own `node_modules`. */
export function provide(project: string, name: string): void {
  const source = join('node_modules', name);
  const target = join(project, source);
  if (existsSync(target)) return;
  cpSync(source, target, { recursive: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  for (const dependency of Object.keys(dependencies)) {
    if (!existsSync(join(source, 'node_modules', dependency))) provide(project, dependency);
  }
}
