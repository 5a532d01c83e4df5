import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { findSecret } from '../../demo/shared/secrets.js';
import { READER, SHELLS } from '../helpers/reader.js';
import { checkModules, samplesIn } from '../helpers/samples.js';

/** Scripts that stand in a page's HTML. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]* src=)[^>]*>([^]*?)<\/script>/g)].map(([, code = '']) => code);

/** The samples of one framework are what its example has, which `documents.spec.ts` checks. */
const isForFramework = ({ path }: { path: string }) => path === 'docs/frameworks.md';

test('what the documents call is there, and takes what they give it', () => {
  const modules = new Map<string, string>();
  const add = (path: string, code: string, language: string) =>
    modules.set(`${path}.${modules.size}.${language}`, code);
  for (const { path, code } of samplesIn('js')) add(path, code, 'js');
  for (const sample of samplesIn('ts')) {
    // Those of a file are compiled there, as `guides.spec.ts` compares them.
    if (!sample.info && !isForFramework(sample)) add(sample.path, sample.code, 'ts');
  }
  for (const { path, code } of samplesIn('html')) {
    for (const script of inlineScripts(code)) add(path, script, 'js');
  }
  expect(modules.size).toBeGreaterThan(90);
  expect(checkModules(modules, { 'reader.ts': READER, 'shells.d.ts': SHELLS })).toEqual([]);
});

test('every attribute of a sample is in the manifest', () => {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
    modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
  };
  const elements = new Map(
    modules
      .flatMap(({ declarations }) => declarations)
      .map(({ tagName = '', attributes = [] }) => [tagName, new Set(attributes.map(({ name }) => name))]),
  );
  const ofEveryElement = /^(?:id|class|slot|hidden|ref|lang|dir|style|oncrm-oauth-\w+)$/;
  const unknown: string[] = [];
  let seen = 0;
  for (const sample of samplesIn('html')) {
    if (isForFramework(sample)) continue;
    for (const [, tag = '', text = ''] of sample.code.matchAll(/<(crm-[\w-]+)((?:[^>"]|"[^"]*")*)>/g)) {
      const names = text.replaceAll(/"[^"]*"/g, '').match(/[\w-]+/g) ?? [];
      for (const name of names) {
        seen += 1;
        const known = elements.get(tag);
        if (ofEveryElement.test(name) || known?.has(name) || known?.has(name.replace('data-', ''))) continue;
        unknown.push(`${sample.path}: <${tag} ${name}>`);
      }
    }
  }
  expect(seen).toBeGreaterThan(80);
  expect(unknown).toEqual([]);
});

test('every sample of JSON can be read', () => {
  for (const { code } of samplesIn('json')) JSON.parse(code);
});

test('every command of a sample is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const help = readFileSync('sandbox/command-line.ts', 'utf8');
  const lines = samplesIn('sh').flatMap(({ code }) => code.split('\n'));
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    for (const [, name = ''] of line.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(scripts, line).toHaveProperty([name]);
    for (const [, name = ''] of line.matchAll(/node (\w+\/[\w/.-]+)/g))
      expect(existsSync(name), line).toBe(true);
    if (!line.startsWith('npx crm-oauth-sandbox')) continue;
    for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(help, line).toContain(`  ${option} `);
  }
});

test('no sample for a page holds a secret', () => {
  // RingCentral's JWT is for development alone, as its section says: it needs both.
  const isForDevelopment = ({ section }: { section: string }) => section === 'Log in with a JWT';
  const samples = samplesIn('html', 'tsx', 'vue', 'svelte').filter((sample) => !isForDevelopment(sample));
  expect(samples.length).toBeGreaterThan(50);
  const found = samples.map(({ path, code }) => [path, findSecret(code)]);
  expect(found.filter(([, secret]) => secret)).toEqual([]);
});

test('assistants learn first that a secret never goes into a page', () => {
  const [, rule = ''] = readFileSync('llms.txt', 'utf8').split(/^First rule: /m);
  expect(rule).toMatch(/^a client secret never goes into a page\./);
  expect(readFileSync('docs/assistants.md', 'utf8')).toMatch(
    /^## Rules\n\n1\. \*\*A client secret never goes into a page\.\*\*/m,
  );
});

test('a tag of a CDN names the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  for (const { path, code } of samplesIn('html')) {
    for (const [, of = '', file = ''] of code.matchAll(/crm-oauth-button@([\d.]+)\/cdn\/\w+-([\d.]+)\.js/g))
      expect([of, file], path).toEqual([version, version]);
  }
});
