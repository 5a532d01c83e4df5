import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Pool } from 'pg';

/** A separate database cluster that ends with the tests. */
export interface Cluster {
  /** For `Pool`: the directory of its socket. It listens on no port. */
  readonly host: string;
  stop(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
const DEBIAN = '/usr/lib/postgresql';

/** Starts PostgreSQL; `undefined` if it is missing and cannot be installed. */
export async function startPostgres(): Promise<Cluster | undefined> {
  const binaries = findBinaries() ?? install();
  if (!binaries) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'pg-'));
  const data = join(directory, 'data');
  // As root it refuses to run.
  const user = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (user.uid) chownSync(directory, user.uid, user.gid);
  const options = { ...user, cwd: directory };
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '-N', '-E', 'UTF8'], {
    ...options,
    stdio: 'ignore',
  });
  const settings = ['listen_addresses=', `unix_socket_directories=${directory}`, 'fsync=off'];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, ...settings.flatMap((each) => ['-c', each])],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  const exited = once(server, 'exit');
  await ready(directory);
  return {
    host: directory,
    async stop() {
      // Fast shutdown: it does not wait for connections.
      server.kill('SIGINT');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function ready(host: string): Promise<void> {
  const pool = new Pool({ host, user: 'test', database: 'postgres' });
  for (let attempt = 0; ; attempt++) {
    try {
      await pool.query('SELECT 1');
      await pool.end();
      return;
    } catch (error) {
      if (attempt === 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function findBinaries(): string | undefined {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : [];
  return [...debian, ...(process.env.PATH?.split(delimiter) ?? [])].find((directory) => {
    try {
      for (const name of ['initdb', 'postgres']) accessSync(join(directory, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Possible without a prompt only as root on Debian. */
function install(): string | undefined {
  if (!isRoot || !existsSync('/etc/debian_version')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['-qq', 'update'], { env, stdio: 'ignore' });
    execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'postgresql'], {
      env,
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  return findBinaries();
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}
