import { build } from 'esbuild';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that the pages load, kept in memory. */
export interface Asset {
  type: string;
  body: string;
}

/** Files by their name below `/assets/`. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const FILES = [
  'client/page.ts',
  'client/message.ts',
  'styles/page.css',
  'assets/harbor-shop.svg',
  'assets/icon.svg',
];

/** Compiles the pages' scripts, styles and pictures. */
export async function buildAssets(): Promise<Assets> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    entryPoints: FILES,
    entryNames: '[name]',
    outdir: 'built',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy' },
    logLevel: 'warning',
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const name = path.replace(/^.*[\\/]/, '');
      return [name, { type: TYPES[extname(name)] ?? 'text/plain', body: text }];
    }),
  );
}
