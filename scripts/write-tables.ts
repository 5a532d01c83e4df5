/** Writes the tables in `docs/` that come from the catalogue of providers and from the list of languages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { locales } from '../src/locales.js';
import * as all from '../src/locales/all.js';
import { CATALOGUE } from '../src/providers/catalogue.js';
import type { ProviderFace } from '../src/providers/provider.js';
import { code, formatMarkdown, table } from './markdown.mjs';

const END = '<!-- End of the generated table. -->';

/** Replaces the table that a document has from this source, between two comments. */
async function writeTable(path: string, source: string, text: string): Promise<void> {
  const start = `<!-- Written by \`npm run analyze\` from ${source}: -->`;
  const [before, rest = ''] = readFileSync(path, 'utf8').split(start);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for this table.`);
  writeFileSync(path, await formatMarkdown([before, start, '\n\n', text, '\n\n', END, after].join(''), path));
}

const providers = Object.entries<{ readonly face: ProviderFace }>(CATALOGUE).map(([name, { face }]) => [
  code(name),
  face.brand,
  code(`${name}()`),
  face.usesPkce ? 'yes' : 'no',
  face.reportsOnly ? 'the redirect page reports' : 'by `mode`',
  code(face.markerClass && `class="${face.markerClass}"`),
]);
await writeTable(
  'docs/providers.md',
  'src/providers/',
  table(
    [code('provider'), 'CRM', 'headless', 'PKCE', 'the response', 'script tag that is replaced'],
    providers,
  ),
);

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
