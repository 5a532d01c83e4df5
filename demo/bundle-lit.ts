import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { type Assets, mediaType } from './assets.js';

/** The one module of the package that names another package. */
const LIT = 'dist/button/lit.js';

/** That module with Lit in it: pages that load the package's modules by their URLs have nobody to find Lit by its name. */
export async function bundleLit(): Promise<Assets> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../${LIT}`, import.meta.url))],
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ text }) => [LIT, { type: mediaType(LIT), body: text }]));
}
