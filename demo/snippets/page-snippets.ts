import { providerOf } from '../shared/provider.js';
import { tagOf } from '../shared/manifest.js';
import type { Settings, Story } from '../stories/story.js';
import type { Handler } from './handlers.js';
import { attributesOf, escapeHtml, tag } from './markup.js';
import { codeSettings, type Snippet, type SnippetInput } from './snippet.js';
import { subjectOf } from './subject.js';

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
    note: noteOf(input.story, settings, listeners.includes('success')),
    text: `${loader(input, settings)}

${tag(subject.tag, attributes)}

<script type="module">
  const element = document.querySelector('${subject.tag}');
${listeners}</script>`,
  };
}

function noteOf(story: Story, { mode }: Settings, isTold: boolean): string {
  if (tagOf(story) === 'crm-connections') return OF_SETTINGS_PAGE;
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
    note: 'The attributes are the CRM’s own: in a page that has its tag, change `src`, and nothing else.',
    text: tag('script', [
      `class="${face.markerClass}"`,
      'charset="utf-8"',
      ...attributes,
      ...scriptAttributes(input),
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
  const { module } = subjectOf(input.story, settings);
  const isButton = tagOf(input.story) === 'crm-oauth-button';
  if (isButton && providerOf(settings).face.markerClass)
    return tag('script', [...scriptAttributes(input), 'async']);
  const file = isButton ? 'index' : 'connections';
  const specifier = input.isForSandbox ? `${input.place.site}/dist/${file}.js` : module;
  return `<script type="module">\n  import '${specifier}';\n</script>`;
}

/** Load the classic script: its address, and the hash without which the browser does not run it. */
function scriptAttributes({ place, release, isForSandbox }: SnippetInput): readonly string[] {
  const folder = isForSandbox ? `${place.site}/cdn` : '/assets';
  return [
    `src="${folder}/button-${release.version}.js"`,
    `integrity="${release.integrity}"`,
    'crossorigin="anonymous"',
  ];
}

function listener({ event, parameter, body }: Handler): string {
  return `  element.addEventListener('${event}', (${parameter}) => {\n    ${body}\n  });\n`;
}
