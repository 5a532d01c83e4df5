/** Writes the table of languages into `docs/languages.md`: from the list, each file's captions, and the comment above them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { locales } from '../src/locales.js';
import * as all from '../src/locales/all.js';

const PATH = 'docs/languages.md';
const [START, END] = [
  '<!-- Written by `npm run analyze` from src/locales/: -->',
  '<!-- The end of that. -->',
];

const rows = Object.values(all).map((captions) => {
  const tags = Object.keys(locales).filter((tag) => locales[tag] === captions);
  const source = readFileSync(`src/locales/${String(tags[0])}.ts`, 'utf8');
  const [, name = ''] = /\/\*\* (.*?)[.:]/.exec(source) ?? [];
  const codes = tags.map((tag) => `\`${tag}\``).join(', ');
  return `| ${name} | ${codes} | ${captions.title.replace('{crm}', 'Kommo')} |`;
});
const table = ['| language | tag, and further tags | caption |', '| --- | --- | --- |', ...rows.sort()];

const [before, , after] = readFileSync(PATH, 'utf8').split(new RegExp(`${START}|${END}`));
if (after === undefined) throw new Error(`${PATH} has no place for the table of languages.`);
const text = [before, START, '\n\n', table.join('\n'), '\n\n', END, after].join('');
writeFileSync(PATH, await format(text, { ...(await resolveConfig(PATH)), parser: 'markdown' }));
