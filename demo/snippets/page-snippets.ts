import { providerOf } from '../shared/provider.js';
import { tagOf } from '../shared/manifest.js';
import type { Settings, Story } from '../stories/story.js';
import type { Handler } from './handlers.js';
import { attributesOf, escapeHtml, tag } from './markup.js';
import { codeSettings, type Snippet, type SnippetInput } from './snippet.js';
import { subjectOf } from './subject.js';

/** PHP that writes the session's state. */
const STATE_ECHO = '<?= $state ?>';

/** What the element asks of a server. */
const OF_SETTINGS_PAGE =
  'The element asks your back end for two lists, which `createHandler()` serves: see `docs/connections.md`.';

/** Stands for the state until everything is escaped. */
const STATE_PLACEHOLDER = 'state-of-the-session';

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
export function scriptSnippet(input: SnippetInput, state?: string): Snippet {
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
  const attributes = attributesOf(settings, 'data-')
    .filter(([name]) => name !== 'data-state' || !state)
    .map(([name, value]) => `${name}="${value === true ? 'true' : escapeHtml(value)}"`);
  return {
    note: 'The attributes are the CRM’s own: in a page that has its tag, change `src`, and nothing else.',
    text: tag('script', [
      `class="${face.markerClass}"`,
      'charset="utf-8"',
      ...attributes,
      ...(state ? [`data-state="${state}"`] : []),
      ...scriptAttributes(input),
    ]),
  };
}

/** A server's template: the state is the session's. */
export function phpSnippet(input: SnippetInput): Snippet {
  if (tagOf(input.story) === 'crm-connections') {
    return { note: `The page needs no template. ${OF_SETTINGS_PAGE}`, text: undefined };
  }
  const { text = '' } = providerOf(input.settings).face.markerClass
    ? scriptSnippet(input, STATE_ECHO)
    : htmlSnippet({ ...input, settings: { ...input.settings, state: STATE_PLACEHOLDER } });
  return {
    note: 'The state belongs to the session: compare it at the redirect URI, once, before anything else. `docs/back-end/php.md` has the rest.',
    text: `<?php
session_start();
$state = bin2hex(random_bytes(16));
$_SESSION['oauth_state'] = ['value' => $state, 'issued' => time()];
?>
${text.replace(STATE_PLACEHOLDER, STATE_ECHO)}
`,
  };
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
