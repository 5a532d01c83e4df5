// @ts-check
/**
 * Gives each classic script a name that never changes its content, and writes the hashes for the `integrity` attribute
 * (Subresource Integrity) of all names to `cdn/integrity.json`.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const SCRIPTS = ['button', 'button.min', 'callback'];

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const versioned = ['button', 'callback'].map((name) => `${name}-${version}`);

// Those of other versions, from builds before this one.
for (const file of readdirSync('cdn')) {
  if (/-\d.*\.js$/.test(file)) rmSync(`cdn/${file}`);
}
for (const name of versioned) {
  copyFileSync(`cdn/${name.replace(`-${version}`, '')}.js`, `cdn/${name}.js`);
}

const files = [...SCRIPTS, ...versioned].map((name) => `${name}.js`);
const integrity = Object.fromEntries(files.map((file) => [file, hash(`cdn/${file}`)]));
writeFileSync('cdn/integrity.json', `${JSON.stringify({ version, integrity }, null, 2)}\n`);

/** @param {string} path */
function hash(path) {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
}
