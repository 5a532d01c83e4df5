// @ts-check
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { candidates } from './candidates.mjs';
import { logins } from './logins.mjs';

/** @typedef {{ js: Buffer, css: Buffer }} Bundle */

/**
 * Bundles a module in this folder, minified for the browser.
 *
 * @param {string} contents
 * @param {import('esbuild').Format} [format]
 * @param {RegExp} [mangleProps] properties to rename to a letter or two
 * @returns {Promise<Bundle>}
 */
export async function bundle(contents, format = 'esm', mangleProps) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: 'bench' },
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    outdir: 'bench',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ...(mangleProps && { mangleProps }),
  });
  const find = (/** @type {string} */ ending) =>
    Buffer.concat(outputFiles.filter(({ path }) => path.endsWith(ending)).map((file) => file.contents));
  return { js: find('.js'), css: find('.css') };
}

/** The scripts of all candidates by id, as a page loads them. */
export async function bundleCandidates() {
  /** @type {Map<string, Bundle>} */
  const bundles = new Map();
  for (const candidate of [...candidates, ...logins]) {
    const { js, css } =
      'entry' in candidate
        ? await bundle(candidate.entry, 'iife')
        : { js: Buffer.alloc(0), css: Buffer.alloc(0) };
    const file = 'file' in candidate ? readFileSync(candidate.file) : Buffer.alloc(0);
    bundles.set(candidate.id, { js: Buffer.concat([file, js]), css });
  }
  return bundles;
}
