import { build, type BuildOptions } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { extname, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Release } from '../shared/place.js';

/** A file that browsers load, kept in memory. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** Files by their path below the studio's folder, such as `assets/studio.js`. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The one module of the package that names another package. */
const LIT = 'dist/button/lit.js';

const OPTIONS = {
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The media type of a file, by its name. */
export function mediaType(name: string): string {
  return TYPES[extname(name)] ?? 'text/plain; charset=utf-8';
}

/**
 * Compiles scripts, style sheets and pictures, each by itself: no page shares a chunk with another, which would cost both a
 * request.
 *
 * @param files - below `demo/`, by the name that each gets below `assets/`
 */
export async function buildAssets(files: Readonly<Record<string, string>>): Promise<Assets> {
  const built = await Promise.all(Object.entries(files).map(([name, path]) => buildAsset(name, path)));
  return new Map(built.flat());
}

async function buildAsset(name: string, path: string): Promise<(readonly [path: string, asset: Asset])[]> {
  const { outputFiles } = await build({
    ...OPTIONS,
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: [{ in: path, out: parse(name).name }],
    chunkNames: 'chunk-[hash]',
    outdir: 'built',
    splitting: true,
    loader: { '.svg': 'copy' },
  });
  return outputFiles.map(({ path, text }) => {
    const { base } = parse(path);
    return [`assets/${base}`, { type: mediaType(base), body: text }];
  });
}

/** That module with Lit in it: pages that load the package's modules by their URLs cannot find Lit by its name. */
export async function bundleLit(): Promise<Assets> {
  const { outputFiles } = await build({
    ...OPTIONS,
    entryPoints: [fileURLToPath(new URL(`../../${LIT}`, import.meta.url))],
  });
  return new Map(outputFiles.map(({ text }) => [LIT, { type: mediaType(LIT), body: text }]));
}

/** The package's version, and the hashes of its classic scripts, as the build has left them. */
export async function readBuiltRelease(): Promise<Release> {
  const text = await readFile(new URL('../../cdn/integrity.json', import.meta.url), 'utf8').catch(
    (cause: unknown) => {
      throw new Error('cdn/integrity.json is missing: run `npm run build` first.', { cause });
    },
  );
  const { version, integrity } = JSON.parse(text) as { version: string; integrity: Record<string, string> };
  return {
    version,
    integrity: integrity[`button-${version}.js`] ?? '',
    localesIntegrity: integrity[`locales-${version}.js`] ?? '',
  };
}
