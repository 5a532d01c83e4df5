import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sendRaw } from '../send-raw.js';

function start(env: Record<string, string>, ...args: string[]) {
  const script = fileURLToPath(new URL('../../demo/start.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, DATABASE: '', ...env },
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`says where it is in two lines, and ends on ${signal}`, async () => {
    const child = start({ PORT: '0', SANDBOX_PORT: '0' });
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (lines.length < 2) continue;
      expect((await fetch(lines[0]?.split(' ').at(-1) ?? '')).status).toBe(200);
      child.kill(signal);
    }
    expect(lines).toEqual([
      expect.stringMatching(/^The demo is at http:\/\/localhost:\d+$/),
      expect.stringMatching(/^The sandbox, which plays the CRM, is at http:\/\/localhost:\d+$/),
    ]);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });
}

test('makes the folder of its database where there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const child = start({ PORT: '0', SANDBOX_PORT: '0', DATABASE: join(folder, 'data/demo.sqlite') });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(line).toContain('The demo is at');
  child.kill('SIGTERM');
  await once(child, 'exit');
  for (const file of ['demo.sqlite', 'demo.sqlite.keys.json']) {
    expect(existsSync(join(folder, 'data', file)), file).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

test('--host has it answer under a name of its own too', async () => {
  const child = start({ PORT: '0', SANDBOX_PORT: '0' }, '--host', 'devbox');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = line.split(' ').at(-1) ?? '';
  expect((await sendRaw(url, ['GET / HTTP/1.1', 'Host: devbox:4300'])).status).toBe(200);
  expect((await sendRaw(url, ['GET / HTTP/1.1', 'Host: evil.example'])).status).toBe(421);
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('a port that was asked for and is taken ends it, with the reason', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const child = start({ PORT: String((other.address() as AddressInfo).port), SANDBOX_PORT: '0' });
  const [line] = (await once(createInterface(child.stderr), 'line')) as [string];
  expect(line).toContain('EADDRINUSE');
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(1);
  other.close();
});
