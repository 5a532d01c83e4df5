/** Writes the tables in `docs/` that come from the catalogue of providers, the list of languages and the manifest. */
import { readFileSync, writeFileSync } from 'node:fs';
import { locales } from '../src/locales.js';
import * as all from '../src/locales/all.js';
import { connectionsTables } from './connections-tables.mjs';
import { code, formatMarkdown, table } from './markdown.mjs';
import { HOSTS_HEAD, hostsRows, LIFE_HEAD, lifeRows, PAGE_HEAD, pageRows } from './provider-tables.js';

const END = '<!-- End of the generated table. -->';

/** Replaces the table that a document has from this source, between two comments. */
async function writeTable(path: string, source: string, text: string): Promise<void> {
  const start = `<!-- Written by \`npm run analyze\` from ${source}: -->`;
  const [before, rest = ''] = readFileSync(path, 'utf8').split(start);
  const end = rest.indexOf(END);
  if (before === undefined || end < 0) throw new Error(`${path} has no place for this table.`);
  const whole = [before, start, '\n\n', text, '\n\n', rest.slice(end)].join('');
  writeFileSync(path, await formatMarkdown(whole, path));
}

const PROVIDERS = 'docs/providers.md';
await writeTable(PROVIDERS, 'src/providers/*/{face,request}.ts', table(PAGE_HEAD, await pageRows()));
await writeTable(PROVIDERS, 'the hosts in src/providers/*/tokens.ts', table(HOSTS_HEAD, hostsRows()));
await writeTable(PROVIDERS, 'the rest of src/providers/*/tokens.ts', table(LIFE_HEAD, lifeRows()));

const languages = Object.values(all).map((captions) => {
  const tags = Object.keys(locales).filter((tag) => locales[tag] === captions);
  const source = readFileSync(`src/locales/${String(tags[0])}.ts`, 'utf8');
  const [, name = ''] = /\/\*\* (.*?)[.:]/.exec(source) ?? [];
  return [name, tags.map(code).join(', '), captions.title.replace('{crm}', 'Kommo')];
});
await writeTable(
  'docs/languages.md',
  'src/locales/',
  table(
    ['language', 'tag, and further tags', 'caption'],
    languages.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  ),
);

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Parameters<
  typeof connectionsTables
>[0];
await writeTable('docs/connections.md', 'custom-elements.json', connectionsTables(manifest));
