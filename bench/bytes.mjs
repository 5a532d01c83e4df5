// @ts-check
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle } from './bundles.mjs';
import { candidates } from './candidates.mjs';
import { logins } from './logins.mjs';

const PACKERS = {
  brotli: brotliCompressSync,
  gzip: (/** @type {Buffer} */ file) => gzipSync(file, { level: 9 }),
};

/** Our properties that are not part of the public contract. */
const INTERNAL = /^(isConsentOrigin|onOtherState|origins|paths|prepare|redirectOrigins)$/;

/**
 * The bytes that a page has to load: our scripts in `cdn/` as they are, and the others bundled by esbuild, with the style
 * sheets that their documents ask for.
 *
 * @param {import('./run.mjs').Bench} bench
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
export async function bytes({ bundles }) {
  const sized = (/** @type {{ id: string, name: string }} */ { id, name }) => ({ name, ...bundles.get(id) });
  const libraries = candidates.filter(({ kind }) => kind === 'library').map(sized);
  const [authorize, ...packages] = logins.map(sized);
  const shortest = await bundle(logins[0].entry, 'iife', INTERNAL);
  packages.push({ name: 'the same, internal names of one letter', ...shortest });
  libraries.push({
    name: 'floor: Lit alone',
    ...(await bundle("export { css, html, LitElement } from 'lit';")),
  });
  return [
    ...compareBytes('cdn/button.js', readFileSync('cdn/button.js'), libraries, { brotli: 13_400 }),
    ...compareBytes('authorize() and kommo()', authorize?.js, packages, { gzip: 2600 }),
    ...compareBytes('cdn/callback.js', readFileSync('cdn/callback.js'), [], { gzip: 1200 }),
  ];
}

/**
 * @param {string} what
 * @param {Buffer | undefined} file
 * @param {readonly { name: string, js?: Buffer, css?: Buffer }[]} others
 * @param {Partial<Record<keyof typeof PACKERS, number>>} limits
 * @returns {import('./row.mjs').Row[]}
 */
function compareBytes(what, file = Buffer.alloc(0), others, limits) {
  return Object.entries(PACKERS).flatMap(([name, pack]) => {
    const description = { what: `${what}, ${name}`, unit: 'bytes', ours: pack(file).length };
    const limit = limits[/** @type {keyof typeof PACKERS} */ (name)];
    return [
      { ...description, ...(limit && { limit }) },
      ...others.map(({ name: against, js, css }) => {
        const theirs = [js, css].reduce((sum, part) => sum + (part?.length ? pack(part).length : 0), 0);
        return { ...description, against, theirs, ratio: description.ours / theirs };
      }),
    ];
  });
}
