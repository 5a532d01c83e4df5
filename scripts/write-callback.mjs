// @ts-check
/** Puts the text of `cdn/callback.js` into a module, so that a back end serves it without a file of its own: workers have none. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';

const NAME = 'server/handler/callback-script';
const text = readFileSync('cdn/callback.js', 'utf8')
  .replace(/\/\/# sourceMappingURL=.*\s*$/, '')
  .trim();
// The code in it is that of the script, whose map says so.
const map = '//# sourceMappingURL=../../../cdn/callback.js.map';
const module = `export const CALLBACK_SCRIPT = ${JSON.stringify(text)};\n${map}\n`;
// Once for the package, and once for tests, which run the sources.
for (const folder of ['dist', 'src']) writeFileSync(`${folder}/${NAME}.js`, module);
copyFileSync(`src/${NAME}.d.ts`, `dist/${NAME}.d.ts`);
