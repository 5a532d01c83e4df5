// @ts-check
/**
 * Writes a software bill of materials to `sbom.cdx.json`, which is part of the package: what an installation brings along,
 * and what the build has bundled, in CycloneDX 1.5. npm describes the packages of the lock file. The choice is made here:
 * `--omit dev` drops Lit, since the tools for development need it, too. The same commit gives the same file.
 *
 * @see https://cyclonedx.org/docs/1.5/json/
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { thirdParty } from './third-party.mjs';

/** @typedef {{ 'bom-ref': string, name: string, version: string, [field: string]: unknown }} Component */

const { name, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const { $schema, bomFormat, specVersion, version, metadata, ...all } = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  }),
);
/** @type {Map<string, Component>} */
const known = new Map(all.components.map((/** @type {Component} */ one) => [one['bom-ref'], one]));
/** @type {Map<string, string[]>} */
const needs = new Map(
  all.dependencies.map((/** @type {{ ref: string, dependsOn: string[] }} */ one) => [one.ref, one.dependsOn]),
);
/** The built files that contain a package's code. */
const bundled = new Map(thirdParty(['cdn', 'dist']).map((one) => [`${one.name}@${one.version}`, one.files]));

const root = metadata.component['bom-ref'];
const direct = neededBy(root).filter((ref) => (known.get(ref)?.name ?? '') in dependencies);
/** @type {Set<string>} */
const installed = new Set();
direct.forEach(install);
const refs = [...new Set([...installed, ...bundled.keys()])].sort();

const bom = {
  $schema,
  bomFormat,
  specVersion,
  version,
  metadata: {
    lifecycles: [{ phase: 'build' }],
    // npm gives the folder's name, which may be any.
    component: { ...metadata.component, name },
  },
  components: refs.map(component),
  dependencies: [
    { ref: root, dependsOn: [...new Set([...direct, ...bundled.keys()])].sort() },
    ...refs.map((ref) => ({ ref, dependsOn: neededBy(ref).filter((other) => refs.includes(other)) })),
  ],
};
writeFileSync('sbom.cdx.json', `${JSON.stringify(bom, null, 2)}\n`);

/** @param {string} ref */
function neededBy(ref) {
  return needs.get(ref) ?? [];
}

/**
 * Adds a package and all that it needs.
 *
 * @param {string} ref
 */
function install(ref) {
  if (installed.has(ref)) return;
  installed.add(ref);
  neededBy(ref).forEach(install);
}

/**
 * Describes a package, with the built files in which its code is found.
 *
 * @param {string} ref
 * @throws {Error} for a package that the lock file does not have in this version
 */
function component(ref) {
  const found = known.get(ref);
  if (!found) throw new Error(`${ref} is bundled, and not in package-lock.json. Run npm ci.`);
  const occurrences = bundled.get(ref)?.map((location) => ({ location }));
  // Of the properties npm gives only "development", which does not hold for what is bundled.
  return { ...found, properties: undefined, ...(occurrences && { evidence: { occurrences } }) };
}
