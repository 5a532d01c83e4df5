// @ts-check
/**
 * Removes the sandbox's declarations that its entry does not need: they name packages that are bundled. Also removes the
 * declarations of the bundled modules of `src/`, which the compiler writes to `dist/src` and the package has elsewhere.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const ROOT = 'dist/sandbox';

/** @type {Set<string>} */
const needed = new Set();
follow('index.d.ts');

for (const file of readdirSync(ROOT, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.d.ts') && !needed.has(file)) rmSync(join(ROOT, file));
}
rmSync('dist/src', { recursive: true, force: true });

/** @param {string} file */
function follow(file) {
  if (file.startsWith('..'))
    throw new Error(`The sandbox's declarations need ${file}, which it does not ship.`);
  if (needed.has(file)) return;
  needed.add(file);
  for (const [, path = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(/from '(\..*?)\.js'/g)) {
    follow(normalize(join(dirname(file), `${path}.d.ts`)));
  }
}
