// @ts-check
/** Puts the WordPress plugin together in `php/wordpress/build`: its own files, the library for PHP, and the element. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readPo, writeMo, writePo } from './gettext.mjs';
import { zip } from './zip.mjs';

// The path is computed, because the file does not exist before the build.
const { CATALOGUE } = await import(new URL('../dist/providers/catalogue.js', import.meta.url).href);

const NAME = 'crm-oauth-button';
const SOURCE = `php/wordpress/${NAME}`;
const BUILD = 'php/wordpress/build';
const PLUGIN = `${BUILD}/${NAME}`;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync(BUILD, { recursive: true, force: true });
cpSync(SOURCE, PLUGIN, { recursive: true });
for (const file of [`${NAME}.php`, 'readme.txt']) {
  const text = readFileSync(`${PLUGIN}/${file}`, 'utf8');
  writeFileSync(`${PLUGIN}/${file}`, text.replaceAll('{version}', version));
}
cpSync('php/crm-oauth.php', `${PLUGIN}/crm-oauth.php`);
for (const file of ['connections.js', 'locales.js']) {
  const text = readFileSync(`cdn/${file}`, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, '');
  writeFileSync(`${PLUGIN}/assets/${file}`, text);
}
for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.txt']) cpSync(file, `${PLUGIN}/${file}`);
writeFileSync(`${PLUGIN}/brands.php`, brands());

const messages = messagesOf(PLUGIN);
writeFileSync(`${PLUGIN}/languages/${NAME}.pot`, writePo([{ id: '', text: header() }, ...messages]));
for (const file of filesIn(`${PLUGIN}/languages`)) {
  if (!file.endsWith('.po')) continue;
  const translated = readPo(readFileSync(file, 'utf8'));
  writeFileSync(file.replace(/po$/, 'mo'), writeMo(translated));
}

const files = filesIn(PLUGIN).map((file) => ({
  name: file.slice(BUILD.length + 1),
  data: readFileSync(file),
}));
writeFileSync(`${BUILD}/${NAME}.zip`, zip(files));

/** The catalogue's brands by name. A server of one's own needs more settings than the plugin has. */
function brands() {
  const rows = Object.entries(CATALOGUE)
    .filter(([name]) => name !== 'oauth2')
    .map(([name, { face }]) => `    '${name}' => '${face.brand}',`);
  return `<?php\n\ndeclare(strict_types=1);\n\nreturn [\n${rows.join('\n')}\n];\n`;
}

function header() {
  return `Project-Id-Version: ${NAME} ${version}\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n`;
}

/**
 * Every text for people, once.
 * @param {string} folder
 */
function messagesOf(folder) {
  const sources = filesIn(folder).filter((file) => file.endsWith('.php') && !file.endsWith('crm-oauth.php'));
  const found = sources.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(
      /\b(?:esc_html|esc_attr)?__\(\s*'([^']+)',\s*'crm-oauth-button',?\s*\)/g,
    ),
  ]);
  const ids = new Set(found.map(([, id = '']) => id));
  const { title, description } = JSON.parse(readFileSync(`${folder}/block/block.json`, 'utf8'));
  return [
    { context: 'block title', id: title, text: '' },
    { context: 'block description', id: description, text: '' },
    ...[...ids].map((id) => ({ id, text: '' })),
  ];
}

/**
 * @param {string} folder
 * @returns {string[]} paths, in order
 */
function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .sort();
}
