import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { attributesDocument } from '../../scripts/attributes-document.mjs';

const manifest = async () =>
  JSON.parse(await readFile('custom-elements.json', 'utf8')) as Parameters<typeof attributesDocument>[0];

test('docs/attributes.md is what the manifest says', async () => {
  const path = 'docs/attributes.md';
  expect(await readFile(path, 'utf8'), 'run `npm run analyze`').toBe(
    await attributesDocument(await manifest(), path),
  );
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
