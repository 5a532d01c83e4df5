import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAssets } from './assets.js';
import { bundleLit } from './bundle-lit.js';
import { standInPages } from './pages/stand-in-pages.js';
import { studioPages } from './pages/studio-pages.js';
import { readRelease } from './read-release.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Scripts of the pages that stand in for the sandbox and for the redirect URI. */
const STAND_IN = ['stand-in/consent.ts', 'stand-in/callback.ts'];

/** What of the package's other half is none of a page's. */
const NOT_FOR_PAGES = /[\\/]dist[\\/](server|sandbox|ssr|testing|frameworks)\b|\.d\.ts(\.map)?$/;

/**
 * Writes the studio as files that work on any host, in any folder: pages stand in for the sandbox and the back end.
 *
 * @param folder - is emptied first
 */
export async function buildStatic(folder: string): Promise<void> {
  const release = await readRelease();
  const parts = await Promise.all([
    buildAssets(),
    buildAssets(STAND_IN),
    studioPages({ sandbox: 'sandbox', isServed: false, ...release }),
    standInPages(),
    bundleLit(),
  ]);
  await rm(folder, { recursive: true, force: true });
  for (const part of ['cdn', 'dist']) {
    await cp(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (path) => !NOT_FOR_PAGES.test(path),
    });
  }
  for (const [path, { body }] of parts.flatMap((files) => [...files])) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
}
