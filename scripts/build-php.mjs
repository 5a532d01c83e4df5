// @ts-check
/** Writes the parts of the PHP back end that come from the TypeScript sources, and then all of it into one file. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pattern, php } from './php-literals.mjs';

/** Loads what the compiler wrote; only this script needs it to be there. @param {string} path */
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { PORTAL } = await built('providers/bitrix24/portal.js');
const { RESOURCE, TENANT } = await built('providers/dynamics/settings.js');
const { REGIONS } = await built('providers/intercom/regions.js');
const { TOKEN_ENDPOINTS } = await built('providers/token-endpoints.js');
const { callbackScript } = await built('server/handler/callback-page.js');

const SOURCES = 'php/src';
const HEAD = /^<\?php\n\ndeclare\(strict_types=1\);\n\nnamespace CrmOauth;\n\n/;

/**
 * @param {string} name
 * @param {string} from
 * @param {string} what
 * @param {Record<string, unknown>} constants
 */
function generate(name, from, what, constants) {
  const lines = Object.entries(constants).map(
    ([key, value]) => `    public const ${key} = ${php(value, 1)};`,
  );
  const text = `<?php

declare(strict_types=1);

namespace CrmOauth;

/** ${what} Written by \`npm run build\` from ${from}: change it there. */
final class ${name}
{
${lines.join('\n\n')}
}
`;
  writeFileSync(`${SOURCES}/generated/${name}.php`, text);
}

/** The classes in an order in which each one's parents and interfaces come first: PHP finds them nowhere else in one file. */
function inOrder() {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.php'))
    .sort();
  /** @type {Map<string, { text: string, needs: string[] }>} */
  const classes = new Map();
  for (const file of files) {
    const text = readFileSync(join(SOURCES, file), 'utf8');
    const [, name, rest = ''] =
      /^(?:(?:final|abstract) )*(?:class|interface|trait) (\w+)(.*?)\n?\{$/ms.exec(text) ?? [];
    if (!name || !HEAD.test(text)) throw new Error(`${file} is no class with the head that all have.`);
    const traits = [...text.matchAll(/^ {4}use (.*);$/gm)].map(([, list]) => list).join();
    classes.set(name, {
      text: text.replace(HEAD, ''),
      needs: `${rest} ${traits}`.match(/\b[A-Z]\w*/g) ?? [],
    });
  }
  /** @type {Set<string>} */
  const written = new Set();
  /** @param {string} name */
  const visit = (name) => {
    if (written.has(name)) return;
    classes.get(name)?.needs.forEach(visit);
    written.add(name);
  };
  for (const name of classes.keys()) visit(name);
  return [...written].flatMap((name) => classes.get(name)?.text ?? []);
}

mkdirSync(`${SOURCES}/generated`, { recursive: true });
generate(
  'Catalogue',
  'the folders in src/providers',
  'The token endpoint of each provider in the catalogue.',
  {
    ENDPOINTS: TOKEN_ENDPOINTS,
    REGIONS,
    PATTERNS: { portal: pattern(PORTAL), tenant: pattern(TENANT), resource: pattern(RESOURCE) },
  },
);
generate(
  'CallbackScript',
  'src/server/handler/callback-page.ts',
  'The script of the page at the redirect URI.',
  {
    TEXT: await callbackScript().text(),
  },
);

const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
const header = `<?php

/**
 * ${name} ${version}: the back end for PHP 8.1 and later, in one file. Licence: ${license}.
 *
 * Its parts are in php/src, one class a file.
 */

declare(strict_types=1);

namespace CrmOauth;

`;
writeFileSync('php/crm-oauth.php', header + inOrder().join('\n'));
