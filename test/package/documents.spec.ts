import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBlocks } from '../helpers/documents.js';

/** Lines without their indentation, and without the empty ones and the comments that explain the example. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^(\/\/|\/\*\*)/.test(line));

test('each sample for a framework is what the example has, which is tested', () => {
  const sections = readFileSync('docs/frameworks.md', 'utf8').split(/^## /m).slice(1);
  const blocks = readBlocks('docs/frameworks.md');
  let samples = 0;
  const foreign: string[] = [];
  for (const section of sections) {
    const paths = [...section.matchAll(/\]\(\.\.\/(examples\/.*?)\)/g)].map(([, path]) => path!);
    for (const path of paths) expect(existsSync(path), path).toBe(true);
    if (paths.length === 0) continue;
    const examples = paths.map((path) => `\n${linesOf(readFileSync(path, 'utf8')).join('\n')}\n`);
    const title = section.split('\n')[0];
    for (const { code } of blocks.filter((block) => block.section === title)) {
      const sample = `\n${linesOf(code).join('\n')}\n`;
      if (!examples.some((example) => example.includes(sample))) foreign.push(sample);
      samples += 1;
    }
  }
  expect(foreign).toEqual([]);
  expect(samples).toBeGreaterThan(12);
});

for (const document of ['frameworks', 'server-rendering', 'testing']) {
  test(`every link in docs/${document}.md leads to a file`, () => {
    const text = readFileSync(`docs/${document}.md`, 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path!);
    for (const link of links) expect(existsSync(join('docs', link)), link).toBe(true);
  });
}

test('every name that a document imports from the package is there', async () => {
  for (const document of [
    'back-end',
    'frameworks',
    'providers',
    'redirect-page',
    'server-rendering',
    'situations',
    'testing',
  ]) {
    const text = readFileSync(`docs/${document}.md`, 'utf8');
    const imports = text.matchAll(/import \{([^}]+)\} from 'crm-oauth-button\/?([^']*)'/g);
    for (const [, names, entry] of imports) {
      const module = (await import(join('crm-oauth-button', entry!))) as object;
      for (const name of names!.match(/\w+/g)!) expect(module, `${name} of ${entry}`).toHaveProperty(name);
    }
  }
});

test('every test that SECURITY.md names is there', () => {
  const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`(test\/[^`]+)`/g)].map(
    ([, path]) => path!,
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
