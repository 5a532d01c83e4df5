// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { kilobytes, sizeBadge } from './size-badge.mjs';

const BADGE = 'docs/size.svg';

/** The providers that a page has already when it adds one. */
const SHARED = ['kommo', 'amocrm', 'oauth2'];

const scriptBytes = brotliCompressSync(readFileSync('cdn/button.js')).length;

const rows = [
  {
    name: 'cdn/button.js, brotli',
    measure: () => scriptBytes,
    budget: 17_280,
    buys: 'the button for Kommo and amoCRM with five languages, Lit included',
  },
  {
    name: 'crm-oauth-button/element, brotli',
    measure: async () => brotliCompressSync(await bundle('export * from "./dist/element.js";')).length,
    budget: 11_620,
    buys: 'the element in an application that already has Lit',
  },
  {
    name: 'crm-oauth-button/connections, brotli',
    measure: async () => brotliCompressSync(await bundle('export * from "./dist/connections.js";')).length,
    budget: 19_890,
    buys: 'the settings page, with the button and every provider, in an application that already has Lit',
  },
  {
    name: 'authorize() and kommo(), gzip',
    measure: async () =>
      gzipSync(await bundle('export { authorize, kommo } from "./dist/consent.js";'), { level: 9 }).length,
    budget: 3400,
    buys: 'a whole authorization behind a button of your own',
  },
  {
    name: 'with authorizeWithRedirect(), gzip',
    measure: async () =>
      gzipSync(await bundle('export { authorize, authorizeWithRedirect, kommo } from "./dist/consent.js";'), {
        level: 9,
      }).length,
    budget: 3870,
    buys: 'the same where no window opens',
  },
  {
    name: 'cdn/callback.js, gzip',
    measure: () => gzipSync(readFileSync('cdn/callback.js'), { level: 9 }).length,
    budget: 1200,
    buys: 'a redirect page that reports and closes without booting an application',
  },
  {
    name: 'each further provider, gzip, at most',
    measure: async () => {
      const consent = await importBuilt('consent.js');
      const { CATALOGUE } = await importBuilt('providers/catalogue.js');
      const shared = await measureConsent([]);
      const further = Object.keys(CATALOGUE).filter((name) => name in consent && !SHARED.includes(name));
      const sizes = await Promise.all(further.map((name) => measureConsent([name])));
      return Math.max(...sizes) - shared;
    },
    budget: 250,
    buys: 'the authorization request of another CRM, beside one that speaks OAuth 2.0',
  },
];

/**
 * By a path that the type checker cannot follow: it runs before there is a build.
 *
 * @param {string} file
 */
async function importBuilt(file) {
  return import(new URL(`../dist/${file}`, import.meta.url).href);
}

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
if (process.argv.includes('--badge')) {
  writeFileSync(BADGE, sizeBadge('button.js', `${kilobytes(scriptBytes)} kB brotli`));
}
const [, shown = ''] = /([\d.]+) kB/.exec(readFileSync(BADGE, 'utf8')) ?? [];
if (Math.abs(Number(shown) * 1000 - scriptBytes) > 100) {
  problems.push(
    `${BADGE} says ${shown} kB: run "npm run size -- --badge", and write the same into the README`,
  );
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
  console.log(`${String(bytes).padStart(6)} ${String(budget).padStart(7)}  ${name.padEnd(36)} ${buys}`);
}

/**
 * Measures `authorize()` with these providers and the shared ones.
 * @param {readonly string[]} names
 */
async function measureConsent(names) {
  const code = `export { authorize, ${[...SHARED, ...names].join(', ')} } from "./dist/consent.js";`;
  return gzipSync(await bundle(code), { level: 9 }).length;
}

/**
 * Bundles a module with this source, minified like the scripts in `cdn/`.
 * @param {string} code
 */
async function bundle(code) {
  const entry = fileURLToPath(new URL('../entry.js', import.meta.url));
  const bundled = await rollup({
    input: entry,
    external: /^lit(\/|$)/,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
      literalsHtmlCssMinifier(),
      // @ts-expect-error The types describe a CommonJS module, but it is an ES module.
      terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: false } }),
    ],
  });
  const { output } = await bundled.generate({ format: 'es' });
  return output[0].code;
}
