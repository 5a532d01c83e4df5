// @ts-check
/**
 * Finds the packages whose code the build contains. The source maps tell, whichever bundler was used: every shipped file
 * has one, and it lists the modules in the file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} license its SPDX expression
 * @property {string} text of its licence and notice files
 * @property {string[]} files the built files that contain its code
 */

/** Matches a path from its start to the name of the innermost package. */
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** The usual names of licence and notice files. */
const LICENSE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * @param {readonly string[]} folders
 * @returns {Package[]} by name
 * @throws {Error} for a script without a source map, and for a package without a licence
 */
export function thirdParty(folders) {
  /** @type {Map<string, Package>} */
  const packages = new Map();
  for (const file of folders.flatMap(scriptsIn)) {
    for (const folder of new Set(sourcesOf(file).flatMap((source) => PACKAGE.exec(source) ?? []))) {
      const found = packages.get(folder) ?? read(folder);
      packages.set(folder, found);
      found.files.push(relative('.', file).replaceAll('\\', '/'));
    }
  }
  const label = (/** @type {Package} */ { name, version }) => `${name} ${version}`;
  return [...packages.values()].sort((one, other) => (label(one) < label(other) ? -1 : 1));
}

/** @param {string} folder */
function scriptsIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.filter((file) => file.endsWith('.js')).map((file) => join(folder, file));
}

/**
 * @param {string} file
 * @returns {string[]} absolute paths
 */
function sourcesOf(file) {
  const [, map] = /^\/\/# sourceMappingURL=(\S+)\s*$/m.exec(readFileSync(file, 'utf8')) ?? [];
  if (!map) throw new Error(`${file} has no source map: nobody can say whose code is in it.`);
  const path = join(dirname(file), map);
  const { sources } = JSON.parse(readFileSync(path, 'utf8'));
  return sources.map((/** @type {string} */ source) => resolve(dirname(path), source));
}

/**
 * @param {string} folder
 * @returns {Package}
 */
function read(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((file) => LICENSE.test(file))
    .sort();
  if (!license || files.length === 0) throw new Error(`${name} is bundled, and has no licence in ${folder}.`);
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return { name, version, license, text, files: [] };
}
