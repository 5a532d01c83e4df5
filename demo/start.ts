import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startDemo, type Demo } from './server/demo-server.js';

const { DATABASE = fileURLToPath(new URL('data/demo.sqlite', import.meta.url)) } = process.env;

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** A port that somebody asked for is kept to; a default one that is taken gives way to any free one. */
async function choosePorts(start: (port: number, sandboxPort: number) => Promise<Demo>): Promise<Demo> {
  const { PORT, SANDBOX_PORT } = process.env;
  const ports = [PORT ? [Number(PORT)] : [4300, 0], SANDBOX_PORT ? [Number(SANDBOX_PORT)] : [4400, 0]];
  let failure: unknown;
  for (const port of ports[0] ?? []) {
    for (const sandboxPort of ports[1] ?? []) {
      try {
        return await start(port, sandboxPort);
      } catch (error) {
        if (!isTaken(error)) throw error;
        failure = error;
      }
    }
  }
  throw failure;
}

try {
  const { host: hosts } = parseArgs({
    options: { host: { type: 'string', multiple: true, default: [] } },
  }).values;
  const demo = await choosePorts((port, sandboxPort) =>
    startDemo({ port, hosts, sandbox: { port: sandboxPort }, database: DATABASE }),
  );
  console.log(`The demo is at ${demo.url}`);
  console.log(`The sandbox, which plays the CRM, is at ${demo.sandbox.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void demo.close());
} catch (error) {
  console.error(`The demo cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
