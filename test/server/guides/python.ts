import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { type Place, type Runtime, start } from './runtimes.js';

const MODULES = ['fastapi', 'uvicorn', 'httpx', 'cryptography'];
const PACKAGES = MODULES.map((name) => `python3-${name}`);

/** How to get what `findPython()` has not found. */
export const HOW_TO_INSTALL = `apt-get install ${PACKAGES.join(' ')}`;

/** An interpreter that has what the guide's example imports; `undefined` if none has and none can be installed. */
export function findPython(): string | undefined {
  return installed() ?? (install() ? installed() : undefined);
}

function installed(): string | undefined {
  const code = `import sys, ${MODULES.join(', ')}; print(sys.executable)`;
  // The first on the path may be one of its own, without Debian's packages.
  return (
    [process.env.PYTHON, 'python3', '/usr/bin/python3']
      .map((python) => python && spawnSync(python, ['-c', code], { encoding: 'utf8' }))
      .map((answer) => answer && answer.status === 0 && answer.stdout.trim())
      .find(Boolean) || undefined
  );
}

/** Possible without a prompt only as root on Debian. */
function install(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' } as const;
  try {
    execFileSync('apt-get', ['-qq', 'update'], options);
    execFileSync(
      'apt-get',
      ['-qq', '-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', ...PACKAGES],
      options,
    );
    return true;
  } catch {
    return false;
  }
}

/** Runs the guide's example in a process of its own, as its page says. */
export async function startPython(python: string, { folder, env }: Place, port: string): Promise<Runtime> {
  const args = ['-m', 'uvicorn', '--no-access-log', '--port', port, 'shop:app'];
  const path = [resolve('docs/back-end'), resolve('test/server/guides')].join(delimiter);
  const variables = { PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1', ASSETS: resolve('cdn') };
  return start(python, args, { folder, env: { ...env, ...variables }, port });
}
