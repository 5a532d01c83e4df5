// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { warn } from '../packages.mjs';

/** The versions of Node that are supported, as `package.json` beside this has them. */
export const NODES = /** @type {const} */ ([20, 22, 24]);

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * The Node of this version, from its package for this platform; `undefined` if it is missing, or does not run here.
 * @param {(typeof NODES)[number]} major
 */
export function findNode(major) {
  const node = `${FOLDER}node_modules/node${major}-${process.platform}-${process.arch}/bin/node`;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return stdout?.startsWith(`v${major}.`) ? node : undefined;
}

/** Installs the versions of Node, if one is missing, and says which still is. */
export function installNodes() {
  const missing = () => NODES.filter((major) => !findNode(major));
  if (missing().length === 0) return;
  const command = 'npm ci --ignore-scripts --no-audit --no-fund';
  console.log(`> ${command}, in ${FOLDER}`);
  // One retry: where there is no network, nobody waits a minute for it.
  spawnSync(`${command} --fetch-retries=1`, { cwd: FOLDER, shell: true, stdio: 'inherit' });
  for (const major of missing())
    warn(`Node ${major} is missing, NOTHING IS TESTED IN IT. In test/runtimes: ${command}`);
}
