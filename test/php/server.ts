import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** PHP's own server, until it is stopped. */
export interface PhpServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PHP script for each request, beside the files of the repository.
 *
 * @param env - what the script finds in its environment
 * @param root - folder of the files
 * @param settings - of php.ini
 */
export async function startPhp(
  script: string,
  port: number,
  env: Readonly<Record<string, string>>,
  root = '.',
  settings: Readonly<Record<string, string>> = {},
): Promise<PhpServer> {
  const strict = { error_reporting: '-1', display_errors: '1', 'zend.assertions': '1', expose_php: '0' };
  const all = Object.entries({ ...strict, ...settings }).flatMap(([name, value]) => [
    '-d',
    `${name}=${value}`,
  ]);
  const php = spawn('php', [...all, '-S', `localhost:${port}`, '-t', root, script], {
    // A webhook comes while the redirect waits for it.
    env: { ...process.env, ...env, PHP_CLI_SERVER_WORKERS: '8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its workers are a group, and end together.
    detached: true,
  });
  const exited = once(php, 'exit');
  const lines = createInterface({ input: php.stderr });
  for await (const line of lines) if (line.includes('started')) break;
  php.stderr.resume();
  return {
    url: `http://localhost:${port}`,
    async stop() {
      process.kill(-php.pid!, 'SIGTERM');
      await exited;
    },
  };
}
