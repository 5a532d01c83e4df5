// @ts-check
/**
 * Prepares an unpacked package for its release: `node scripts/prepare-release.mjs FOLDER`. Writes into its package.json where
 * it comes from, without which npm publishes no provenance, and lets its documents link to the repository at the release's
 * tag. The tree knows no such address: the repository is the one that the workflow runs in.
 *
 * `GITHUB_SERVER_URL` and `GITHUB_REPOSITORY` name it
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/variables).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const [folder = ''] = process.argv.slice(2);
const { GITHUB_SERVER_URL = '', GITHUB_REPOSITORY = '' } = process.env;
if (!GITHUB_SERVER_URL.startsWith('https://') || !/^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY)) {
  throw new Error('GITHUB_SERVER_URL and GITHUB_REPOSITORY name no repository.');
}
const repository = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;

const manifest = JSON.parse(read('package.json'));
const tag = `v${manifest.version}`;
Object.assign(manifest, {
  repository: { type: 'git', url: `git+${repository}.git` },
  homepage: `${repository}#readme`,
  bugs: { url: `${repository}/issues` },
});
write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);
for (const file of files.filter((file) => file.endsWith('.md') || file === 'llms.txt')) {
  // Blocks of code are the odd parts.
  const parts = read(file).split(/^(```[^]*?^```$)/m);
  write(file, parts.map((part, i) => (i % 2 ? part : withLinks(part, file))).join(''));
}

/**
 * Makes links absolute that lead out of the package. In the README all are made so, since npm's site shows nothing else of
 * the package.
 *
 * @param {string} text
 * @param {string} file that the text is in
 */
function withLinks(text, file) {
  return text.replace(/\]\((?![a-z]+:|#)([^)#\s]+)/g, (link, path) => {
    const target = posix.join(posix.dirname(file), path);
    if (file !== 'README.md' && existsSync(join(folder, target))) return link;
    const view = /\.(?:png|svg)$/.test(target) ? 'raw' : 'blob';
    return `](${repository}/${view}/${tag}/${target}`;
  });
}

/** @param {string} file */
function read(file) {
  return readFileSync(join(folder, file), 'utf8');
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  writeFileSync(join(folder, file), text);
}
