#!/usr/bin/env node
import { HELP, readArguments, toOptions, toPort } from './command-line.js';
import { disconnectAt } from './disconnect-command.js';
import { startSandbox, type SandboxOptions } from './index.js';
import { DEFAULT_PORT, isTaken } from './listen.js';

/** Reads what is to be done. */
function readTask(): () => void | Promise<void> {
  try {
    const values = readArguments();
    const { disconnect: account, host: hosts, port, help, ...others } = values;
    if (help) return () => console.log(HELP);
    if (account === undefined) {
      const options = toOptions(values);
      return () => serve(options);
    }
    if (hosts.length > 0 || Object.keys(others).length > 0) {
      throw new TypeError('--disconnect asks a sandbox that runs already. It goes with --port alone.');
    }
    const at = port === undefined ? DEFAULT_PORT : toPort(port);
    return () => disconnect(at, account);
  } catch (error) {
    return fail(`${messageOf(error)}\nTry --help.`, 2);
  }
}

async function serve(options: SandboxOptions): Promise<void> {
  try {
    const sandbox = await startSandbox(options);
    if (options.port === undefined && sandbox.port !== DEFAULT_PORT) {
      console.log(`Port ${DEFAULT_PORT} is in use. Let the button’s server name this one:`);
    }
    console.log(`The sandbox is at ${sandbox.url}`);
    if (options.hosts?.length) {
      console.log(
        'It listens on all interfaces. Whoever reaches it can control it: keep no real secrets in it.',
      );
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
  } catch (error) {
    const advice = `Port ${options.port ?? ''} is in use. Choose another with --port, or any free one with --port 0.`;
    fail(isTaken(error) ? advice : messageOf(error), 1);
  }
}

async function disconnect(port: number, account: string): Promise<void> {
  const { text, ok } = await disconnectAt(port, account);
  if (!ok) fail(text, 1);
  console.log(text);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string, exitCode: 1 | 2): never {
  console.error(`crm-oauth-sandbox: ${message}`);
  process.exit(exitCode);
}

await readTask()();
