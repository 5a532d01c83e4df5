import type { Place } from '../shared/place.js';
import { providerOf } from '../shared/provider.js';
import { tagOf } from '../shared/manifest.js';
import type { Settings } from '../stories/story.js';
import type { Handler } from './handlers.js';
import { isFurtherLanguage } from '../shared/languages.js';
import { attributesOf, escapeHtml, indent, tag } from './markup.js';
import { codeSettings, type Snippet, type SnippetInput } from './snippet.js';
import { subjectOf } from './subject.js';
import { whereItWorks } from './where-it-works.js';

/** The package on a network of copies. */
const CDN = 'https://cdn.jsdelivr.net/npm/crm-oauth-button';

/** What the element asks of a server. */
const OF_SETTINGS_PAGE =
  'The element asks your back end for two lists, which `createHandler()` serves: see `docs/connections.md`.';

/** The element in a page without a framework. */
export function htmlSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const attributes = attributesOf(settings).map(([name, value]) =>
    value === true ? name : `${name}="${escapeHtml(value)}"`,
  );
  const subject = subjectOf(input.story, settings);
  const listeners = subject.handlers.map(listener).join('');
  return {
    note: noteOf(input, settings, listeners.includes('success')),
    text: `${loader(input, settings)}

${tag(subject.tag, attributes)}

<script type="module">
  const element = document.querySelector('${subject.tag}');
${listeners}</script>`,
  };
}

function noteOf(input: SnippetInput, settings: Settings, isTold: boolean): string {
  if (tagOf(input.story) === 'crm-connections') return OF_SETTINGS_PAGE;
  return `${outcomeOf(settings.mode, isTold)} ${whereItWorks(input, settings)}`;
}

function outcomeOf(mode: Settings[string] | undefined, isTold: boolean): string {
  if (mode === 'redirect') {
    return 'The whole page goes to the CRM. `callback.js` on the redirect page brings it back, and then it is told the outcome.';
  }
  return isTold
    ? 'The page stays where it is, and is told the outcome.'
    : 'On success the page goes to your redirect URI.';
}

/** The CRM's own script tag, with our script in it. */
export function scriptSnippet(input: SnippetInput): Snippet {
  if (tagOf(input.story) === 'crm-connections')
    return { note: 'The script tag is a button: use the element.', text: undefined };
  const { provider, ...settings } = codeSettings(input);
  const { name, face } = providerOf({ provider });
  if (!face.markerClass) {
    return {
      note: `The script tag speaks for Kommo and amoCRM. With \`provider="${name}"\` use the element.`,
      text: undefined,
    };
  }
  const attributes = attributesOf(settings, 'data-').map(
    ([name, value]) => `${name}="${value === true ? 'true' : escapeHtml(value)}"`,
  );
  return {
    note: `The attributes are the CRM’s own: in a page that has its tag, change \`src\`, and nothing else. ${whereItWorks(input, settings)}`,
    text:
      beforeScript(input, settings) +
      tag('script', [
        `class="${face.markerClass}"`,
        'charset="utf-8"',
        ...attributes,
        ...scriptAttributes(input, 'button'),
      ]),
  };
}

/** A page behind the back end, which makes the states. */
export function phpSnippet(input: SnippetInput): Snippet {
  const isButton = tagOf(input.story) === 'crm-oauth-button';
  const { name, face } = providerOf(input.settings);
  const states = isButton ? { stateUrl: `/crm/state?provider=${name}` } : {};
  const page = { ...input, settings: { ...input.settings, ...states } };
  const { text = '' } = isButton && face.markerClass ? scriptSnippet(page) : htmlSnippet(page);
  return {
    note: 'One file is the whole back end: `docs/back-end/php.md`. It answers everything below `/crm`, the redirect URI as well.',
    text: `<?php
require __DIR__ . '/crm-oauth.php';
session_start(['read_and_close' => true]);
$crm = new CrmOauth\\Handler(
    [${clientOf(input, name)}],
    CrmOauth\\PdoStore::open(getenv('CRM_DSN'), keys: [getenv('CRM_KEY')]),
    fn () => $_SESSION['user'] ?? null,
);
if ($crm->run()) exit;
?>
${text}
`,
  };
}

/** The client, in PHP. */
function clientOf(input: SnippetInput, provider: string): string {
  const settings = codeSettings(input);
  const { name, redirectUri, clientId } = settings;
  const uri = quote(redirectUri ?? `https://shop.example/crm/callback/${provider}`);
  if (name && !clientId) return `new CrmOauth\\ExternalIntegration(${quote(name)}, ${uri})`;
  const known =
    provider === 'oauth2' ? "CrmOauth\\TokenEndpoints::oauth2(getenv('CRM_TOKEN_URL'))" : quote(provider);
  const own = ['domain', 'region', 'resource', 'tenant'].flatMap((each) =>
    settings[each] ? [`, ${each}: ${quote(settings[each])}`] : [],
  );
  return `new CrmOauth\\Client(getenv('CRM_ID'), ${uri}, getenv('CRM_SECRET'), ${known}${own.join('')})`;
}

function quote(text: string | boolean): string {
  return `'${String(text).replace(/[\\']/g, '\\$&')}'`;
}

/** The classic script knows the CRMs that have a script tag; the package knows all providers. */
function loader(input: SnippetInput, settings: Settings): string {
  const { module, language } = subjectOf(input.story, settings);
  const { place, isForSandbox } = input;
  if (tagOf(input.story) === 'crm-oauth-button' && providerOf(settings).face.markerClass)
    return beforeScript(input, settings) + tag('script', [...scriptAttributes(input, 'button'), 'async']);
  const program = `import '${module}';\n${language.trimEnd()}`.trimEnd();
  if (isForSandbox) return `<script type="module">\n${indent(withAddresses(program, place), 2)}\n</script>`;
  return `<!-- ${module}: npm install crm-oauth-button, and a bundler -->
<script type="module">
${indent(program, 2)}
</script>`;
}

/** The modules by their addresses, for a page without a bundler. */
function withAddresses(program: string, { site }: Place): string {
  return program.replace(
    /'crm-oauth-button(?:\/([\w/-]+))?(?:\.js)?'/g,
    (_, path = 'index') => `'${site}/dist/${path}.js'`,
  );
}

/** Where the classic script comes from, and the script with the languages that it does not bring. */
function beforeScript(input: SnippetInput, { locale }: Settings): string {
  const file = `button-${input.release.version}.js`;
  const source = `<!-- ${file}: cdn/ in the npm package, or ${CDN}@${input.release.version}/cdn/${file} -->\n`;
  const languages = `${tag('script', scriptAttributes(input, 'locales'))}\n`;
  return (input.isForSandbox ? '' : source) + (isFurtherLanguage(locale) ? languages : '');
}

/** Load a classic script: its address, and the hash without which the browser does not run it. */
function scriptAttributes(
  { place, release, isForSandbox }: SnippetInput,
  name: 'button' | 'locales',
): readonly string[] {
  const folder = isForSandbox ? `${place.site}/cdn` : '/assets';
  return [
    `src="${folder}/${name}-${release.version}.js"`,
    `integrity="${name === 'button' ? release.integrity : release.localesIntegrity}"`,
    'crossorigin="anonymous"',
  ];
}

function listener({ event, parameter, body }: Handler): string {
  return `  element.addEventListener('${event}', (${parameter}) => {\n    ${body}\n  });\n`;
}
