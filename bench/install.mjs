// @ts-check
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';

/** Installs the packages for comparison into this folder, unless the installed lock file is the current one. */
export function install() {
  if (read('bench/node_modules/.bench-lock.json') === read('bench/package-lock.json')) return;
  console.error('Installing the packages for comparison …');
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
