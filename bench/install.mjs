// @ts-check
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';

/** Installs what the button is compared with into this folder, unless that very lock file is installed. */
export function install() {
  if (read('bench/node_modules/.bench-lock.json') === read('bench/package-lock.json')) return;
  console.error('Installing what the button is compared with …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', 'bench'], {
    stdio: 'inherit',
  });
  copyFileSync('bench/package-lock.json', 'bench/node_modules/.bench-lock.json');
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
