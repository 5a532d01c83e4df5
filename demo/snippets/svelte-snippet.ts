import type { Attribute } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { elementTag } from './element-tag.js';
import { escapeHtml } from './escape-html.js';
import { handlersFor, typedFunction, typeImport } from './handlers.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { indent } from './tag.js';

/** The element in a Svelte component, from version 5 on. */
export function svelteSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const handlers = handlersFor(settings);
  const element = elementTag(settings, handlers, attribute, ({ event, name }) => `on${event}={${name}}`);
  return {
    note: 'For Svelte 5. Import `crm-oauth-button/svelte` once for its types.',
    text: `<script lang="ts">
${indent(`import 'crm-oauth-button';\n${typeImport(handlers)}`, 2)}

${indent(handlers.map((handler) => typedFunction(handler)).join('\n\n'), 2)}
</script>

${element}
`,
  };
}

/** A brace would begin an expression. */
function attribute([name, value]: Attribute): string {
  if (value === true) return `${name}={true}`;
  return /[{}]/.test(value) ? `${name}={${JSON.stringify(value)}}` : `${name}="${escapeHtml(value)}"`;
}
