import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attributesDocument } from '../../scripts/attributes-document.mjs';

const manifest = async () =>
  JSON.parse(await readFile('custom-elements.json', 'utf8')) as Parameters<typeof attributesDocument>[0];

test('docs/attributes.md is what the manifest says', async () => {
  const path = 'docs/attributes.md';
  expect(await readFile(path, 'utf8'), 'run `npm run analyze`').toBe(
    await attributesDocument(await manifest(), path),
  );
});

test('every link between the documents leads somewhere', async () => {
  const files = (await readdir('docs', { recursive: true })).map((name) => join('docs', name));
  const broken: string[] = [];
  for (const file of [...files.filter((name) => name.endsWith('.md')), 'README.md']) {
    for (const [, link = ''] of (await readFile(file, 'utf8')).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [path = '', anchor] = link.split('#');
      const target = path ? join(dirname(file), path) : file;
      if (!existsSync(target)) broken.push(`${file}: ${link}`);
      else if (anchor && target.endsWith('.md')) {
        const headings = [...(await readFile(target, 'utf8')).matchAll(/^#+ (.*)$/gm)].map(
          ([, heading = '']) =>
            heading
              .toLowerCase()
              .replace(/[^\p{L}\p{N} _-]/gu, '')
              .replaceAll(' ', '-'),
        );
        if (!headings.includes(anchor)) broken.push(`${file}: ${link}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('what the documents say of styling is what the element has', async () => {
  const documents = ['docs/styling.md', 'docs/connections.md'];
  const text = (await Promise.all(documents.map((path) => readFile(path, 'utf8')))).join('\n');
  const declarations = (await manifest()).modules.flatMap(({ declarations }) => declarations) as Record<
    'cssProperties' | 'cssParts' | 'cssStates' | 'slots',
    { name: string }[] | undefined
  >[];
  const names = (kind: 'cssProperties' | 'cssParts' | 'cssStates') =>
    declarations.flatMap((declaration) => declaration[kind] ?? []).map(({ name }) => name);
  for (const name of [...names('cssProperties'), ...names('cssParts'), ...names('cssStates')]) {
    expect(text).toContain(`\`${name}\``);
  }
  const used = [...text.matchAll(/::part\((\w+)\)/g)].map(([, part]) => part);
  expect(names('cssParts')).toEqual(expect.arrayContaining([...new Set(used)]));
});
