import { expect } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CATALOGUE } from '../../src/providers/catalogue.js';
import { test } from './fixtures.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly kind: string;
  readonly attributes?: readonly Named[];
  readonly members?: readonly (Named & { readonly kind: string; readonly inheritedFrom?: Named })[];
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly Declaration[];
    readonly exports: readonly (Named & { readonly kind: string; readonly declaration: Named })[];
  }[];
}

/** Values of the attributes that have keywords. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  provider: Object.keys(CATALOGUE),
  theme: ['light', 'dark', 'auto'],
  color: ['default', 'blue', 'violet', 'green', 'orange', 'red'],
  size: ['small', 'medium', 'large'],
  mode: ['popup', 'post_message', 'redirect'],
  fallback: ['link', 'redirect'],
};

interface TagData {
  readonly tags: readonly {
    readonly name: string;
    readonly attributes: readonly (Named & { readonly values: readonly Named[] })[];
  }[];
}

interface CssData {
  readonly properties: readonly Named[];
  readonly pseudoElements: readonly Named[];
}

interface WebTypes {
  readonly name: string;
  readonly contributions: {
    readonly html: {
      readonly elements: readonly {
        readonly name: string;
        readonly attributes: readonly (Named & { readonly value: { readonly type: string } })[];
      }[];
    };
  };
}

const read = (root: string, path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const readManifest = (root: string): Manifest => read(root, 'custom-elements.json') as Manifest;

const elementOf = ({ modules }: Manifest): Declaration =>
  modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'crm-oauth-button')!;

test('the manifest speaks of modules that are packed, and of what they export', async ({ installed }) => {
  const { modules } = readManifest(installed.root);
  for (const { path, exports, declarations } of modules) {
    const file = join(installed.root, path);
    expect(existsSync(file), path).toBe(true);
    const module = (await import(pathToFileURL(file).href)) as Record<string, { prototype: object }>;
    for (const { kind, name } of exports.filter(({ kind }) => kind === 'js')) {
      expect(module[name], `${kind} ${name} of ${path}`).toBeDefined();
    }
    for (const { name, members = [] } of declarations) {
      for (const member of members.filter(({ kind }) => kind === 'method')) {
        expect(module[name]!.prototype, `${name}.${member.name}()`).toHaveProperty(member.name);
      }
    }
  }
});

test('the manifest lists exactly the attributes that the element observes', async ({ installed }) => {
  const { attributes = [] } = elementOf(readManifest(installed.root));
  const { CrmOAuthButton } = (await import(pathToFileURL(join(installed.root, 'dist/element.js')).href)) as {
    CrmOAuthButton: { observedAttributes: string[] };
  };
  expect(attributes.map(({ name }) => name).sort()).toEqual([...CrmOAuthButton.observedAttributes].sort());
});

test('VS Code is told every attribute in both spellings, with its values and what it is', ({ installed }) => {
  const { attributes = [], cssProperties, cssParts } = elementOf(readManifest(installed.root));
  const { tags } = read(installed.root, 'dist/vscode.html-custom-data.json') as TagData;
  expect(tags.map(({ name }) => name).sort()).toEqual(['crm-connections', 'crm-oauth-button']);
  const told = tags.find(({ name }) => name === 'crm-oauth-button')!.attributes;
  expect(told.map(({ name }) => name)).toEqual(attributes.map(({ name }) => name));
  for (const { name, description, values } of told) {
    expect(description, name).toBeTruthy();
    const plain = name.replace(/^data-/, '');
    expect(values.map((value) => value.name).sort(), name).toEqual([...(KEYWORDS[plain] ?? [])].sort());
  }
  const css = read(installed.root, 'dist/vscode.css-custom-data.json') as CssData;
  expect(css.properties.map(({ name }) => name)).toEqual(
    expect.arrayContaining(cssProperties!.map(({ name }) => name)),
  );
  expect(css.pseudoElements.map(({ name }) => name)).toEqual(
    expect.arrayContaining(cssParts!.map(({ name }) => `::part(${name})`)),
  );
});

test('JetBrains’ editors are told the same', ({ installed }) => {
  const { attributes = [] } = elementOf(readManifest(installed.root));
  const webTypes = read(installed.root, 'dist/web-types.json') as WebTypes;
  expect(webTypes.name).toBe('crm-oauth-button');
  const element = webTypes.contributions.html.elements.find(({ name }) => name === 'crm-oauth-button');
  expect(element!.attributes.map(({ name }) => name)).toEqual(attributes.map(({ name }) => name));
  for (const { name, description, value } of element!.attributes) {
    expect(description, name).toBeTruthy();
    const plain = name.replace(/^data-/, '');
    for (const keyword of KEYWORDS[plain] ?? []) expect(value.type, name).toContain(`'${keyword}'`);
  }
});
