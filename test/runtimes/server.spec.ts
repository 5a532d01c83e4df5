import { expect } from '@playwright/test';
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Crm, follow, siteAt, test } from '../server/guides/follow.js';
import {
  type Place,
  type Runtime,
  startBun,
  startDeno,
  startNode,
  startWorkerd,
} from '../server/guides/runtimes.js';
import { findNode, NODES } from './install.mjs';

/** Each runtime has a database of its own. */
const placeIn = ({ folder, env }: Place): Place => ({ folder: mkdtempSync(join(folder, 'site-')), env });

/** Has the site's own code ask for a token. */
const accessTokenAt =
  (url: string): Crm['accessToken'] =>
  async (user, id, options) => {
    const query = new URLSearchParams({ user, id, ...(options?.refused && { refused: options.refused }) });
    return (await fetch(`${url}/token?${query.toString()}`)).text();
  };

async function followIn(runtime: Runtime, place: Place, sandbox: Parameters<typeof follow>[1]) {
  try {
    await follow(siteAt(runtime.url, { accessToken: accessTokenAt(runtime.url) }, place), sandbox);
  } finally {
    await runtime.stop();
  }
  expect(runtime.said()).not.toMatch(/error/i);
}

for (const major of NODES) {
  test(`Node ${major}`, async ({ place, sandbox }) => {
    const node = findNode(major);
    test.skip(!node, `Node ${major} is missing`);
    const own = placeIn(place);
    if (major < 22) {
      await expect(startNode(node!, own)).rejects.toThrow('There is no SQLite');
      mkdirSync(join(own.folder, 'node_modules'));
      const name = 'node_modules/node-sqlite3-wasm';
      symlinkSync(resolve(name), join(own.folder, name));
    }
    await followIn(await startNode(node!, own), own, sandbox);
  });
}

for (const [name, start] of Object.entries({ Deno: startDeno, Bun: startBun, workerd: startWorkerd })) {
  test(name, async ({ place, sandbox }) => {
    const own = placeIn(place);
    await followIn(await start(own), own, sandbox);
  });
}
