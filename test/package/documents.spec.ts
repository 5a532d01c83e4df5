import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBlocks } from '../helpers/documents.js';
import { DOCUMENTS } from '../helpers/samples.js';

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

test('every link in a document leads to a file, and to a heading of it', () => {
  const broken: string[] = [];
  for (const path of [...DOCUMENTS, 'CONTRIBUTING.md', 'CHANGELOG.md', 'examples/README.md']) {
    for (const [, link = ''] of readFileSync(path, 'utf8').matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [file = '', anchor] = link.split('#');
      const target = file ? join(dirname(path), file) : path;
      const isThere =
        existsSync(target) && (!anchor || !target.endsWith('.md') || anchorsOf(target).includes(anchor));
      if (!isThere) broken.push(`${path}: ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

/** The anchors that GitHub gives a document's headings. */
function anchorsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every test that SECURITY.md names is there', () => {
  const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`(test\/[^`]+)`/g)].map(
    ([, path]) => path!,
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
