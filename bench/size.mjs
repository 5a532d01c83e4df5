// @ts-check
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const rows = [
  {
    name: 'cdn/button.js, brotli',
    measure: () => brotliCompressSync(readFileSync('cdn/button.js')).length,
    budget: 9000,
    buys: 'the button with everything in it',
  },
  {
    name: 'authorize() and kommo(), gzip',
    measure: async () =>
      gzipSync(await bundle('export { authorize, kommo } from "./dist/consent.js"'), { level: 9 }).length,
    budget: 3000,
    buys: 'a whole authorization behind a button of your own',
  },
  {
    name: 'cdn/callback.js, gzip',
    measure: () => gzipSync(readFileSync('cdn/callback.js'), { level: 9 }).length,
    budget: 800,
    buys: 'a redirect page that reports and closes without booting an application',
  },
];

const problems = [];

print('bytes', 'budget', 'file', 'what it buys');
for (const { name, measure, budget, buys } of rows) {
  const bytes = await measure();
  print(bytes, budget, name, buys);
  if (bytes > budget) problems.push(`${name}: ${bytes - budget} bytes over its budget`);
}
if (!readFileSync('cdn/button.js').equals(readFileSync('cdn/button.min.js'))) {
  problems.push('cdn/button.min.js is not the same as cdn/button.js: pages use both names for one script');
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;

/**
 * @param {string | number} bytes
 * @param {string | number} budget
 * @param {string} name
 * @param {string} buys
 */
function print(bytes, budget, name, buys) {
  console.log(`${String(bytes).padStart(6)} ${String(budget).padStart(7)}  ${name.padEnd(30)} ${buys}`);
}

/**
 * What a bundler makes of a module.
 * @param {string} contents
 */
async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return Buffer.concat(outputFiles.map((file) => file.contents));
}
