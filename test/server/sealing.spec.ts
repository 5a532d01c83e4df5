import { expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { SqliteStore } from '../../src/server.js';
import { sealingContract } from './sealing-contract.js';
import { KEY, STORES, test } from './store-fixtures.js';

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES.filter((each) => each !== 'MemoryStore')) {
  test.describe(name, () => sealingContract(test, name));
}

test('a key that has not 32 bytes is refused', () => {
  const database = { exec: () => undefined, prepare: () => ({ all: () => [] }), close: () => undefined };
  for (const key of [
    '',
    'short',
    Buffer.alloc(31).toString('base64'),
    Buffer.alloc(33).toString('base64'),
    'ä'.repeat(43),
    new Uint8Array(16),
    undefined,
  ]) {
    expect(() => new SqliteStore(database, { keys: [KEY, key as string] })).toThrow(TypeError);
  }
  for (const key of [KEY, KEY.replace('=', ''), new Uint8Array(32)]) {
    expect(() => new SqliteStore(database, { keys: [key] })).not.toThrow();
  }
});

test('a store without keys says so, once in a process, and one with keys does not', () => {
  const warningsOf = (options: string) => {
    const program = `const { PostgresStore } = await import('./src/server.ts'); for (let time = 0; time < 3; time++) new PostgresStore({}, ${options});`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
    return spawnSync(process.execPath, args, { encoding: 'utf8' }).stderr.match(/openssl rand/g) ?? [];
  };
  expect(warningsOf('{}')).toHaveLength(1);
  expect(warningsOf(JSON.stringify({ keys: [KEY] }))).toHaveLength(0);
});
