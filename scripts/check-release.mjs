// @ts-check
/**
 * Compares the public interface with the last release and says which version is due. Fails if package.json is behind it or
 * the changelog does not mention it. Run `npm run check-release` before you set a tag.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { compareApi, dueVersion } from './public-api.mjs';

const { version, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const problems = [];

const tag = lastRelease();
if (tag) {
  const released = JSON.parse(show('package.json'));
  const before = { manifest: JSON.parse(show('custom-elements.json')), exports: released.exports };
  const { bump, changes } = compareApi(before, { manifest, exports });
  const due = dueVersion(released.version, bump);
  console.log([`Since ${tag}, ${bump}:`, ...changes.map((change) => `  ${change}`)].join('\n'));
  console.log(`Due: ${due} or later. package.json: ${version}.`);
  if (isBefore(version, due)) problems.push(`package.json says ${version}, and ${due} is due.`);
} else {
  console.log(`The first release: ${version}.`);
}
const changelog = readFileSync('CHANGELOG.md', 'utf8');
if (!changelog.split('\n').some((line) => line.startsWith(`## ${version} `) || line === `## ${version}`)) {
  problems.push(`CHANGELOG.md has no heading "## ${version}".`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;

/** The tag of the last release before this commit; this commit may already have its own. */
function lastRelease() {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v*', 'HEAD^');
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function show(file) {
  return git('show', `${tag}:${file}`);
}

/** @param {string[]} args */
function git(...args) {
  // In containers, the checkout may belong to another user than the one who runs this.
  const all = ['-c', 'safe.directory=*', ...args];
  return execFileSync('git', all, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/**
 * @param {string} version
 * @param {string} other
 */
function isBefore(version, other) {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}
