// @ts-check
/**
 * Copies `button.js` to the other name that pages use, and each script to a name with the version, whose content never
 * changes. Writes the style sheets, and the hashes of all these files to `cdn/integrity.json`: for `integrity` attributes
 * (Subresource Integrity), and for the `style-src` of a policy. `cdn/README.md` has them as tags to copy.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { code, table } from './markdown.mjs';

// The path is computed, because the file does not exist before the build.
const { rootStyles } = await import(new URL('../dist/ssr/root-styles.js', import.meta.url).href);
const { fallbackStyles } = await import(
  new URL('../dist/button/face/fallback-styles.js', import.meta.url).href
);

const SCRIPTS = ['button', 'callback', 'locales', 'connections'];

const { name: packageName, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const versioned = SCRIPTS.map((name) => `${name}-${version}`);

// Remove the files of other versions that earlier builds have left.
for (const file of readdirSync('cdn')) {
  if (/-\d.*\.js$/.test(file)) rmSync(`cdn/${file}`);
}
copyFileSync('cdn/button.js', 'cdn/button.min.js');
for (const name of versioned) {
  copyFileSync(`cdn/${name.replace(`-${version}`, '')}.js`, `cdn/${name}.js`);
}

writeFileSync('cdn/button.css', rootStyles);
writeFileSync('cdn/fallback.css', fallbackStyles);

const scripts = [...SCRIPTS, 'button.min', ...versioned].map((name) => `${name}.js`);
const files = [...scripts, 'button.css', 'fallback.css'];
const integrity = Object.fromEntries(files.map((file) => [file, hash(`cdn/${file}`)]));
writeFileSync('cdn/integrity.json', `${JSON.stringify({ version, integrity }, null, 2)}\n`);

const tags = files.map((file) => [
  code(file),
  code(integrity[file]),
  code(tagOf(file, integrity[file] ?? '')),
]);
writeFileSync(
  'cdn/README.md',
  `# Scripts and styles for pages

Version ${version}. Each tag loads that file and no other: a browser refuses one with another hash.

${table(['file', 'hash', 'tag'], tags)}
`,
);

/**
 * @param {string} file
 * @param {string} integrity
 */
function tagOf(file, integrity) {
  const address = `https://cdn.jsdelivr.net/npm/${packageName}@${version}/cdn/${file}`;
  const check = `integrity="${integrity}" crossorigin="anonymous"`;
  return file.endsWith('.css')
    ? `<link rel="stylesheet" href="${address}" ${check} />`
    : `<script src="${address}" ${check}></script>`;
}

/** @param {string} path */
function hash(path) {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
}
