import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAssets, bundleLit, readBuiltRelease } from '../assets.js';
import { STUDIO_FILES, studioPages } from '../pages/studio-pages.js';
import { standInPages } from './stand-in-pages.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Scripts of the pages that stand in for the sandbox and for the redirect URI. */
const STAND_IN_FILES = {
  'consent.js': 'server/stand-in/consent-script.ts',
  'callback.js': 'server/stand-in/redirect-script.ts',
};

/** The package's files for servers, tests and compilers. */
const NOT_FOR_PAGES = /[\\/]dist[\\/](server|sandbox|ssr|testing|frameworks)\b|\.d\.ts(\.map)?$/;

/**
 * Writes the studio as files that work on any host, in any folder: pages stand in for the sandbox and the back end.
 *
 * @param folder - is emptied first
 */
export async function buildStatic(folder: string): Promise<void> {
  const release = await readBuiltRelease();
  const parts = await Promise.all([
    buildAssets(STUDIO_FILES),
    buildAssets(STAND_IN_FILES),
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
