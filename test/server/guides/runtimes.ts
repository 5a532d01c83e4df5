import { build } from 'esbuild';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

/** A site that runs in a process of its own. */
export interface Runtime {
  readonly url: string;
  /** What it has printed. */
  readonly said: () => string;
  /** Ends it, and gives its exit code; `null` if the signal has ended it. */
  stop(): Promise<number | null>;
}

/** Where a site is to run. */
export interface Place {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Of the site's two users. Their sessions are as hard to guess as any of a test. */
const ENTRY = `import { sessions } from './session.js';
for (const user of ['me', 'you']) sessions.set(user, user);
/** The site's own code, which the tests ask for a token. */
const answer = async (request, accessToken) => {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== '/token') return undefined;
  const { user, id, refused } = Object.fromEntries(searchParams);
  const token = accessToken(user, id, { refused });
  return new Response(await token.catch(String));
};
`;

/** A guide's module with what surrounds it, as one file. */
async function bundle(entry: string, outfile: string, external: string[]): Promise<void> {
  await build({
    stdin: { contents: ENTRY + entry, resolveDir: resolve('docs/back-end') },
    alias: { 'crm-oauth-button/server': resolve('dist/server.js') },
    external,
    bundle: true,
    format: 'esm',
    target: 'esnext',
    outfile,
    logLevel: 'warning',
  });
}

/** Runs the guide for Node, in the Node of this path. */
export async function startNode(node: string, { folder, env }: Place): Promise<Runtime> {
  await bundle(
    `import { toNodeListener } from 'crm-oauth-button/server';
const { crm, server } = await import('./node.js');
const [listener] = server.listeners('request');
const has = (pathname) => pathname === '/token';
const token = toNodeListener(Object.assign((request) => answer(request, crm.accessToken), { has }));
server.removeAllListeners('request');
server.on('request', (request, response) => token(request, response, () => listener(request, response)));`,
    join(folder, 'node.mjs'),
    ['node:http'],
  );
  const port = String(await freePort());
  return start(node, ['node.mjs'], { folder, env: { ...env, PORT: port }, port });
}

/** Runs the guide for Deno, in Deno. */
export async function startDeno({ folder, env }: Place): Promise<Runtime> {
  await bundle(
    `const { serve } = Deno;
Deno.serve = (handle) => serve(async (request) => (await answer(request, crm.accessToken)) ?? handle(request));
const { crm } = await import('./deno.js');`,
    join(folder, 'deno.mjs'),
    [],
  );
  const port = String(await freePort());
  const own = { DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}`, DENO_NO_UPDATE_CHECK: '1' };
  const allowed = ['net', 'env', 'read', 'write', 'sys', 'ffi'].map((each) => `--allow-${each}`);
  return start('deno', ['run', '--quiet', ...allowed, 'deno.mjs'], { folder, env: { ...env, ...own }, port });
}

/** Runs the guide for Bun, in Bun. */
export async function startBun({ folder, env }: Place): Promise<Runtime> {
  await bundle(
    `const { serve } = Bun;
Bun.serve = ({ routes, ...more }) =>
  serve({ hostname: '127.0.0.1', routes: { ...routes, '/token': (request) => answer(request, crm.accessToken) }, ...more });
const { crm } = await import('./bun.js');`,
    join(folder, 'bun.mjs'),
    ['bun:sqlite'],
  );
  const port = String(await freePort());
  return start('bun', ['run', 'bun.mjs'], { folder, env: { ...env, PORT: port }, port });
}

/** Runs the guide for workers in workerd, which Cloudflare runs them in. */
export async function startWorkerd({ folder, env }: Place): Promise<Runtime> {
  await bundle(
    `import worker, { Crm } from './workers.js';
export { Crm };
export default {
  fetch: async (request, env) =>
    (await answer(request, (...args) => env.CRM.getByName('crm').accessToken(...args))) ?? worker.fetch(request, env),
};`,
    join(folder, 'worker.mjs'),
    ['cloudflare:workers'],
  );
  const port = String(await freePort());
  const bindings = Object.entries(env).map(([name, text]) => `(name = "${name}", text = "${text}")`);
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-01-01",
      bindings = [(name = "CRM", durableObjectNamespace = "Crm"), ${bindings.join(', ')}],
      durableObjectNamespaces = [(className = "Crm", uniqueKey = "crm", enableSql = true)],
      durableObjectStorage = (localDisk = "disk"),
    )),
    (name = "disk", disk = (path = "${folder}", writable = true)),
    # The sandbox is on this machine.
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`;
  writeFileSync(join(folder, 'config.capnp'), config);
  return start('workerd', ['serve', 'config.capnp'], { folder, env: {}, port });
}

/** Runs a command of `node_modules`, or any by its path, and waits until its site answers. */
export async function start(
  command: string,
  args: readonly string[],
  { folder, env, port }: Place & { port: string },
): Promise<Runtime> {
  const process = spawn(resolve('node_modules/.bin', command), args, {
    cwd: folder,
    env: { PATH: globalThis.process.env.PATH, HOME: folder, ...env },
  });
  let text = '';
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  const url = `http://localhost:${port}`;
  const runtime: Runtime = {
    url,
    said: () => text,
    async stop() {
      if (process.exitCode === null && process.signalCode === null) {
        process.kill();
        await once(process, 'exit');
      }
      return process.exitCode;
    },
  };
  await answering(process, url).catch(async (error: unknown) => {
    await runtime.stop();
    throw new Error(`${command} does not start: ${text}`, { cause: error });
  });
  return runtime;
}

async function answering(process: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (process.exitCode !== null || attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** A port that was free a moment ago, for servers that take no 0. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
