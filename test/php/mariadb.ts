import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMariaDb } from './install.mjs';

/** A separate MariaDB that ends with the tests. */
export interface MariaDb {
  /** Its socket, which takes `root` without a password. It listens on no port. */
  readonly socket: string;
  /** Of its database `test`, for PDO. */
  readonly dsn: string;
  stop(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;

/** Starts MariaDB; `undefined` if it is missing. */
export async function startMariaDb(): Promise<MariaDb | undefined> {
  const server = findMariaDb();
  if (!server) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const data = join(directory, 'data');
  const socket = join(directory, 'socket');
  // As root it refuses to run.
  if (isRoot) chownSync(directory, idOf('-u'), idOf('-g'));
  const user = isRoot ? ['--user=mysql'] : [];
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user,
    ],
    { stdio: 'ignore' },
  );
  const settings = [
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=32M',
  ];
  const options = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, ...settings, ...user];
  const running = spawn(server, options, { stdio: 'ignore' });
  const exited = once(running, 'exit');
  const query = ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'CREATE DATABASE IF NOT EXISTS test'];
  for (let attempt = 0; spawnSync('mariadb', query).status !== 0; attempt++) {
    if (attempt === 300) throw new Error('MariaDB does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    socket,
    dsn: `mysql:unix_socket=${socket};dbname=test`,
    async stop() {
      running.kill();
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'mysql'], { encoding: 'utf8' }));
}
