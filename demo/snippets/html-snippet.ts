import type { Settings } from '../stories/story.js';
import { attributesOf } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { escapeHtml } from './escape-html.js';
import { handlersFor, type Handler } from './handlers.js';
import { scriptAttributes } from './script-attributes.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { tag } from './tag.js';

/** The element in a page without a framework. */
export function htmlSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const attributes = attributesOf(settings).map(([name, value]) =>
    value === true ? name : `${name}="${escapeHtml(value)}"`,
  );
  const listeners = handlersFor(settings).map(listener).join('');
  return {
    note: listeners.includes('success')
      ? 'The page stays where it is, and is told the outcome.'
      : 'On success the page goes to your redirect URI.',
    text: `${loader(input, settings)}

${tag('crm-oauth-button', attributes)}

<script type="module">
  const button = document.querySelector('crm-oauth-button');
${listeners}</script>`,
  };
}

/** The classic script knows the two CRMs; the package knows all providers. */
function loader(input: SnippetInput, { provider = 'kommo' }: Settings): string {
  if (provider === 'kommo' || provider === 'amocrm')
    return tag('script', [...scriptAttributes(input), 'async']);
  const specifier = input.isForSandbox ? `${input.place.site}/dist/index.js` : 'crm-oauth-button';
  return `<script type="module">\n  import '${specifier}';\n</script>`;
}

function listener({ event, parameter, body }: Handler): string {
  return `  button.addEventListener('${event}', (${parameter}) => {\n    ${body}\n  });\n`;
}
