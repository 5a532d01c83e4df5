/** Writes the tables in `docs/` that come from the catalogue of providers and from the list of languages. */
import { readFileSync } from 'node:fs';
import { locales } from '../src/locales.js';
import * as all from '../src/locales/all.js';
import { CATALOGUE } from '../src/providers/catalogue.js';
import type { ProviderFace } from '../src/providers/provider.js';
import { writeTable } from './generated-table.js';

const providers = Object.entries<{ readonly face: ProviderFace }>(CATALOGUE).map(([name, { face }]) => [
  `\`${name}\``,
  face.brand,
  `\`${name}()\``,
  face.usesPkce ? 'yes' : 'no',
  face.reportsOnly ? 'the redirect page reports' : 'by `mode`',
  face.markerClass ? `\`class="${face.markerClass}"\`` : '',
]);
await writeTable(
  'docs/providers.md',
  'src/providers/',
  ['`provider`', 'CRM', 'headless', 'PKCE', 'the response', 'script tag that is replaced'],
  providers,
);

const languages = Object.values(all).map((captions) => {
  const tags = Object.keys(locales).filter((tag) => locales[tag] === captions);
  const source = readFileSync(`src/locales/${String(tags[0])}.ts`, 'utf8');
  const [, name = ''] = /\/\*\* (.*?)[.:]/.exec(source) ?? [];
  return [name, tags.map((tag) => `\`${tag}\``).join(', '), captions.title.replace('{crm}', 'Kommo')];
});
await writeTable(
  'docs/languages.md',
  'src/locales/',
  ['language', 'tag, and further tags', 'caption'],
  languages.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
);
