// @ts-check
/**
 * Packs the package, installs it here as its users would, and builds and tests the examples. `npm run examples -- vue`
 * builds and tests only that one.
 */
import { execSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The build command of each example; any other is served as it is. @type {Record<string, string>} */
const builds = {
  angular: 'cd angular && ng build',
  eleventy: 'cd eleventy && eleventy --quiet',
  html: 'vite build html',
  preact: 'vite build preact',
  react: 'vite build react',
  'react in strict mode':
    'NODE_ENV=development vite build react --mode development --outDir dist/development',
  solid: 'vite build solid',
  svelte: 'vite build svelte',
  vue: 'vite build vue',
};

/** A copy of the installed lock file. */
const INSTALLED = 'node_modules/.examples-lock.json';
const PACKAGE = 'node_modules/crm-oauth-button';

// The tests run in Chromium.
process.env.BROWSERS = 'chromium';
const { installBrowsers } = await import('../test/browsers.mjs');

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
const wanted = process.argv.slice(2);
const start = Date.now();

installBrowsers();
if (!existsSync(INSTALLED) || read(INSTALLED) !== read('package-lock.json')) {
  run('npm ci --ignore-scripts --no-audit --no-fund');
  copyFileSync('package-lock.json', INSTALLED);
}
// Unpacked rather than installed: otherwise the lock file would change with every byte of the package. The package's one dependency
// is in the lock file.
const { version } = JSON.parse(read('../package.json'));
const tarball = `node_modules/crm-oauth-button-${version}.tgz`;
run('npm pack .. --silent --pack-destination node_modules');
rmSync(PACKAGE, { recursive: true, force: true });
mkdirSync(PACKAGE);
run(`tar -xzf ${tarball} --strip-components=1 -C ${PACKAGE}`);

for (const [name, command] of Object.entries(builds)) {
  if (wanted.length === 0 || wanted.includes(name)) run(command);
}
const projects = wanted.map((name) => `--project="${name}"`).join(' ');
run(`playwright test -c examples ${projects}`, '..');
console.log(`The examples work. ${Math.round((Date.now() - start) / 1000)} s`);

/** @param {string} path */
function read(path) {
  return readFileSync(path, 'utf8');
}

/**
 * @param {string} command
 * @param {string} [cwd]
 */
function run(command, cwd = '.') {
  console.log(`> ${command}`);
  const PATH = `${process.cwd()}/node_modules/.bin:${process.env.PATH}`;
  try {
    execSync(command, { cwd, stdio: 'inherit', env: { ...process.env, PATH, NG_CLI_ANALYTICS: 'false' } });
  } catch {
    console.error(`Failed: ${command}`);
    process.exit(1);
  }
}
