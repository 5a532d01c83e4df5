// @ts-check
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');

/**
 * Installs packages of Debian if that needs no prompt: as root. One by one, so that an unavailable one does not block the others.
 * @param {string[][]} wanted each of them with what it needs
 */
export function installPackages(...wanted) {
  if (wanted.length === 0 || !canInstall) return;
  aptGet('update');
  for (const packages of wanted) aptGet('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * Says that something is not tested, so that nobody overlooks it.
 * @param {string} message
 */
export function warn(message) {
  const rule = '!'.repeat(message.length);
  console.error(`\n${rule}\n${message}\n${rule}\n`);
}

/** @param {string[]} args */
function aptGet(...args) {
  console.log(`> apt-get ${args.join(' ')}`);
  try {
    execFileSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

/**
 * The first of these commands and absolute paths that exists.
 * @param {(string | undefined)[]} candidates
 */
export function findExecutable(...candidates) {
  const directories = process.env.PATH?.split(delimiter) ?? [];
  return candidates
    .filter((candidate) => candidate !== undefined)
    .flatMap((name) => (name.startsWith('/') ? name : directories.map((directory) => join(directory, name))))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
