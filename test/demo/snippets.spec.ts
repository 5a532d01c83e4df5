import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import ts from 'typescript';
import packageJson from '../../package.json' with { type: 'json' };
import { attributesOf } from '../../demo/snippets/markup.js';
import { FORMATS } from '../../demo/snippets/formats.js';
import type { SnippetInput } from '../../demo/snippets/snippet.js';
import type { Settings, Story } from '../../demo/stories/story.js';
import { CRM_SETTINGS } from '../../demo/stories/every-crm.js';
import { stories } from '../../demo/stories/stories.js';
import { CATALOGUE } from '../../src/providers/catalogue.js';
import { settingsAt } from '../../demo/shared/address.js';
import { LANGUAGES, languageName, OWN_LANGUAGES } from '../../demo/shared/languages.js';
import { findSecret } from '../../demo/shared/secrets.js';
import { readBuiltRelease } from '../../demo/server/assets.js';
import { locales } from '../../src/locales.js';
import { compilers } from './compile.js';

const place = { site: 'http://localhost:4300', sandbox: 'http://localhost:4400', isServed: true };
const release = { version: '1.2.3', integrity: 'sha384-abc', localesIntegrity: 'sha384-def' };
const NASTY = `"Tom's" & Co <b> {{x}} {y} \\n \`\${z}\` </script> <?= 1 ?> &amp; ünï @if`;

function input(story: Story, settings: Settings = {}, isForSandbox = true): SnippetInput {
  return { story, settings: settingsAt({ story, settings }, place), place, release, isForSandbox };
}

/** The settings of a first story whose provider was changed to each one of the catalogue. */
const byProvider = Object.keys(CATALOGUE).map((provider) => ({
  provider,
  redirectUri: 'https://shop.example/callback',
  authorizationEndpoint: 'https://id.example/authorize',
  ...(CRM_SETTINGS[provider] ?? { scopes: 'crm' }),
}));

const nasty = { title: NASTY, compact: true, showAuthRedDot: true, size: 'large', locale: 'pt-pt' };

for (const [name, compile] of Object.entries(compilers)) {
  test(`${name}: every story’s snippet compiles, and means what the canvas shows`, async () => {
    for (const story of stories) {
      for (const settings of [{}, nasty]) {
        const given = input(story, settings);
        const { text = '' } = FORMATS[name as keyof typeof compilers].write(given);
        const expected = Object.fromEntries(attributesOf(given.settings));
        expect(await compile(text), text).toEqual(expected);
      }
    }
  });
}

test('TypeScript: every story’s snippet passes the compiler, against the package’s own types', () => {
  test.setTimeout(60_000);
  const sources = new Map(
    stories.flatMap((story) =>
      [{}, nasty].map((settings, index) => [
        `/snippets/${story.id}-${index}.ts`,
        FORMATS.typescript.write(input(story, settings)).text ?? '',
      ]),
    ),
  );
  for (const settings of byProvider) {
    for (const mode of ['popup', 'redirect']) {
      const { text = '' } = FORMATS.typescript.write(input(stories[0], { ...settings, mode }));
      sources.set(`/snippets/${settings.provider}-${mode}.ts`, text);
    }
  }
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    paths: {
      'crm-oauth-button': [`${process.cwd()}/dist/index.d.ts`],
      'crm-oauth-button/*.js': [`${process.cwd()}/dist/*.d.ts`],
      'crm-oauth-button/*': [`${process.cwd()}/dist/*.d.ts`],
    },
  };
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    const text = sources.get(file);
    return text === undefined
      ? readSource(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  const problems = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file)
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  expect(problems).toEqual([]);
});

test('a snippet has only what differs from the button’s defaults', () => {
  const [story] = stories;
  const { text } = FORMATS.html.write(
    input(story, { theme: 'light', size: 'medium', mode: 'popup', title: '' }),
  );
  expect(text).toMatch(
    /<crm-oauth-button\n {2}client-id="harbor-shop"\n {2}server="[^"]+"\n><\/crm-oauth-button>/,
  );
});

test('for the CRM itself, a snippet has none of this studio’s addresses and ids', () => {
  for (const story of stories) {
    for (const { write } of Object.values(FORMATS)) {
      const { text = '' } = write(input(story, {}, false));
      expect(text, story.id).not.toMatch(/localhost|harbor-shop(-\w+)?['"]/);
    }
  }
  const { text } = FORMATS.script.write(input(stories[0], {}, false));
  expect(text).toContain('src="/assets/button-1.2.3.js"\n  integrity="sha384-abc"');
});

test('for the CRM itself, a page says where its files come from; for the sandbox, they are there', () => {
  const address = 'https://cdn.jsdelivr.net/npm/crm-oauth-button@1.2.3/cdn/button-1.2.3.js';
  for (const format of ['html', 'script', 'php'] as const) {
    const write = (isForSandbox: boolean) => FORMATS[format].write(input(stories[0], {}, isForSandbox)).text;
    expect(write(false), format).toContain(
      `<!-- button-1.2.3.js: cdn/ in the npm package, or ${address} -->\n<script`,
    );
    expect(write(true), format).not.toMatch(/<!--|jsdelivr/);
  }
  const { text } = FORMATS.html.write(input(stories[0], { provider: 'hubspot' }, false));
  expect(text).toContain('<!-- crm-oauth-button: npm install crm-oauth-button, and a bundler -->\n<script');
});

test('the address of the files has the version of the package', async () => {
  const { version, integrity, localesIntegrity } = await readBuiltRelease();
  expect(version).toBe(packageJson.version);
  for (const hash of [integrity, localesIntegrity]) expect(hash).toMatch(/^sha384-.{64}$/);
  expect(localesIntegrity).not.toBe(integrity);
});

test('the note of a snippet says where its page can be', () => {
  const note = (settings: Settings, isForSandbox = true) =>
    FORMATS.html.write(input(stories[0], settings, isForSandbox)).note;
  expect(note({})).toContain('any port of this machine, but not from a `file:` address');
  expect(note({ mode: 'post_message' })).toContain('--redirect-uri');
  expect(note({ redirectUri: `${place.site}/redirect.html` })).toContain('On another port, `redirect_uri`');
  expect(note({}, false)).toContain('does not run from a `file:` address');
});

test('the list of languages is the package’s, each by its own name', () => {
  const files = Object.keys(locales).filter((tag) => existsSync(`src/locales/${tag}.ts`));
  expect([...LANGUAGES].sort()).toEqual([...OWN_LANGUAGES, ...files].sort());
  expect(['de', 'pt-pt', 'zh-hant', 'auto'].map(languageName)).toEqual([
    'Deutsch (de)',
    'português europeu (pt-pt)',
    '繁體中文 (zh-hant)',
    'auto',
  ]);
});

test('a language that the button does not bring comes along; one that it brings does not', () => {
  for (const story of stories) {
    for (const [format, { write }] of Object.entries(FORMATS)) {
      if (format === 'typescript' && !['ringcentral', 'connections'].includes(story.kind ?? '')) continue;
      const textIn = (locale: string) => write(input(story, { locale })).text ?? '';
      const further = textIn('zh-hant');
      if (!further) continue;
      expect(further, `${story.id}, ${format}`).toMatch(
        /registerCaptions\('zh-hant', zhHant\)|cdn\/locales-1\.2\.3\.js"\n {2}integrity="sha384-def"/,
      );
      expect(textIn('es'), `${story.id}, ${format}`).not.toMatch(/registerCaptions|locales-/);
    }
  }
});

test('no snippet of a story holds a secret', () => {
  for (const story of stories) {
    for (const [format, { write }] of Object.entries(FORMATS)) {
      for (const isForSandbox of [true, false]) {
        const { text = '' } = write(input(story, {}, isForSandbox));
        expect(findSecret(text), `${story.id}, ${format}`).toBeUndefined();
      }
    }
  }
});

test('each provider of the catalogue has the snippets that its traits call for', () => {
  for (const settings of byProvider) {
    const { face } = CATALOGUE[settings.provider as keyof typeof CATALOGUE];
    const write = (format: keyof typeof FORMATS) => FORMATS[format].write(input(stories[0], settings)).text;
    expect(write('script')?.includes(`class="${face.markerClass}"`), face.brand).toBe(
      face.markerClass ? true : undefined,
    );
    expect(write('html')?.includes('crm-oauth-success'), face.brand).toBe(face.reportsOnly ?? false);
    expect(write('typescript')?.includes('codeVerifier'), face.brand).toBe(face.usesPkce ?? false);
  }
});

test('a redirect is written with the functions that make one, and one listener hears of it', () => {
  for (const provider of Object.keys(CATALOGUE)) {
    const given = input(stories[0], { provider, mode: 'redirect', returnTo: "/it's" });
    const { text = '' } = FORMATS.typescript.write(given);
    expect(text).toContain("authorizeWithRedirect(request, { returnTo: '/it\\'s' })");
    expect(text).toContain('completeAuthorization()');
    expect(text).not.toMatch(/authorize\(|mode:/);
    const page = FORMATS.html.write(given);
    expect(page.text).toContain('mode="redirect"');
    expect(page.text).toContain('crm-oauth-success');
    expect(page.note).toContain('callback.js');
  }
});

test('the script tag speaks for the CRMs alone, and says so', () => {
  const story = stories.find(({ id }) => id === 'oauth2')!;
  const { text, note } = FORMATS.script.write(input(story));
  expect(text).toBeUndefined();
  expect(note).toContain('use the element');
});
