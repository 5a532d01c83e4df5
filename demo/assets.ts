import { build } from 'esbuild';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

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

const FILES = [
  'studio/studio.ts',
  'canvas/canvas.ts',
  'client/message.ts',
  'styles/studio.css',
  'styles/canvas.css',
  'styles/page.css',
  'assets/harbor-shop.svg',
  'assets/icon.svg',
];

/** The media type of a file, by its name. */
export function mediaType(name: string): string {
  return TYPES[extname(name)] ?? 'text/plain; charset=utf-8';
}

/** Compiles scripts, style sheets and pictures. */
export async function buildAssets(entryPoints: readonly string[] = FILES): Promise<Assets> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    entryPoints: [...entryPoints],
    entryNames: '[name]',
    chunkNames: 'chunk-[hash]',
    outdir: 'built',
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy' },
    logLevel: 'warning',
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const name = path.replace(/^.*[\\/]/, '');
      return [`assets/${name}`, { type: mediaType(name), body: text }];
    }),
  );
}
