// @ts-check
/** The candidates as workers, in workerd. */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const RIVALS = resolve('bench/back-end');

/** Modules of Node by `require()`, which workers have by `import` alone. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire('/');";

/**
 * Bundles a module for workers, minified.
 *
 * @param {string} contents
 * @returns {Promise<Buffer>}
 */
export async function bundleWorker(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: RIVALS },
    bundle: true,
    minify: true,
    // As Cloudflare's own command bundles them.
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', ...builtinModules],
    format: 'esm',
    target: 'es2022',
    banner: { js: REQUIRE },
    write: false,
    logLevel: 'error',
  });
  return Buffer.from(/** @type {{ contents: Uint8Array }} */ (outputFiles[0]).contents);
}

/** A worker that begins at `/`, and connects from beginning to end at `/connect`. */
const worker = (/** @type {string} */ name, /** @type {string} */ crm) => `
import { createSite } from './rivals/${name}.mjs';
import { allow, begin, comeBack } from './visit.mjs';
let site;
export default {
  async fetch(request) {
    try {
      // A worker may draw no random bytes before its first request.
      site ??= createSite('${crm}');
      const begun = await begin(site, 0);
      if (new URL(request.url).pathname === '/connect') await comeBack(site, await allow(begun));
      return new Response('answered');
    } catch (error) {
      return new Response(error.stack, { status: 500 });
    }
  },
};`;

/**
 * How long a worker takes from the start of workerd to its first answer.
 *
 * @param {string} name
 * @param {string} crm
 * @returns {Promise<{ first: number, fault: string | undefined }>} in ms; why a whole connect fails in it, if it does
 */
export async function startWorker(name, crm) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-worker-'));
  writeFileSync(join(folder, 'worker.mjs'), await bundleWorker(worker(name, crm)));
  const port = await freePort();
  writeFileSync(join(folder, 'config.capnp'), configuration(port));
  const start = performance.now();
  const workerd = spawn(resolve('node_modules/.bin/workerd'), ['serve', 'config.capnp'], { cwd: folder });
  let said = '';
  workerd.stderr.on('data', (chunk) => (said += chunk));
  try {
    const answer = await firstAnswer(`http://127.0.0.1:${port}/`, workerd);
    const first = performance.now() - start;
    const whole = answer.ok ? await fetch(`http://127.0.0.1:${port}/connect`) : answer;
    return { first, fault: whole.ok ? undefined : await whole.text() };
  } catch {
    return { first: NaN, fault: said };
  } finally {
    workerd.kill();
    if (workerd.exitCode === null && workerd.signalCode === null) await once(workerd, 'exit');
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 */
async function firstAnswer(url, server) {
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}

/** @param {number} port */
const configuration = (port) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-01-01",
      compatibilityFlags = ["nodejs_compat"],
    )),
    # The CRM is on this machine.
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`;

/** A port that was free a moment ago: workerd says nowhere which one it took. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
