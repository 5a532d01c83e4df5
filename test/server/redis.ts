import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';

/** A separate Redis that ends with the tests. */
export interface RedisServer {
  /** Its socket. It listens on no port. */
  readonly path: string;
  stop(): Promise<void>;
}

/** Starts Redis; `undefined` if it is missing and cannot be installed. */
export async function startRedis(): Promise<RedisServer | undefined> {
  if (!isThere() && !install()) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'redis-'));
  const path = join(directory, 'socket');
  const server = spawn(
    'redis-server',
    ['--port', '0', '--unixsocket', path, '--save', '', '--dir', directory],
    {
      stdio: 'ignore',
    },
  );
  const exited = once(server, 'exit');
  const client = createClient({
    socket: { path, tls: false, reconnectStrategy: (tries) => (tries < 100 ? 100 : false) },
  });
  // Each attempt that comes too early is one.
  client.on('error', () => undefined);
  await client.connect();
  await client.close();
  return {
    path,
    async stop() {
      server.kill();
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const isThere = () => spawnSync('redis-server', ['--version']).status === 0;

/** Possible without a prompt only as root on Debian. */
function install(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' } as const;
  try {
    execFileSync('apt-get', ['-qq', 'update'], options);
    execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'redis-server'], options);
  } catch {
    return false;
  }
  return isThere();
}
