import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as languages from '../../src/locales.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tags = readdirSync(`${root}/src/locales`)
  .filter((name) => name !== 'all.ts')
  .map((name) => name.replace('.ts', ''));
const nameOf = (tag: string): string => tag.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());

test('every file is a language by its tag, and exported by its name', () => {
  const { locales, ...exported } = languages;
  expect(Object.keys(exported).sort()).toEqual(tags.map(nameOf).sort());
  for (const tag of tags) expect(locales[tag], tag).toBe(new Map(Object.entries(exported)).get(nameOf(tag)));
});

test('the package gives all of them, and each one alone', () => {
  const script = `
    import { locales } from 'crm-oauth-button/locales';
    import { ptPt } from 'crm-oauth-button/locales/pt-pt.js';
    if (locales['pt-pt'] === ptPt) process.stdout.write(ptPt.link);`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root });
  expect(String(said)).toBe('Abrir num novo separador');
});

test('who imports one of them bundles no other one', async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'export { de } from "crm-oauth-button/locales"', resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  });
  expect(outputFiles[0]?.text).toContain('Weiter mit');
  expect(outputFiles[0]?.text.length).toBeLessThan(1000);
});

test('the button’s own script has none of them', () => {
  expect(readFileSync(`${root}/cdn/locales.js`, 'utf8')).toContain('Weiter mit');
  expect(readFileSync(`${root}/cdn/button.js`, 'utf8')).not.toContain('Weiter mit');
});

test('the README and the changelog count them', () => {
  for (const name of ['README.md', 'CHANGELOG.md']) {
    expect(readFileSync(`${root}/${name}`, 'utf8'), name).toMatch(new RegExp(`\\b${tags.length} more`));
  }
});

test('the document on languages has the caption of each', () => {
  const text = readFileSync(`${root}/docs/languages.md`, 'utf8');
  for (const [tag, { title }] of Object.entries(languages.locales)) {
    const row = text.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${tag}\``));
    expect(row, tag).toContain(` ${title.replace('{crm}', 'Kommo')} `);
  }
});
