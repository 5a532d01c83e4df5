// @ts-check
/**
 * Leaves of the sandbox's declarations those that its entry needs: the others name packages that are bundled. The compiler
 * writes them beside the modules of `src/` that the sandbox bundles, whose declarations the package has elsewhere.
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
