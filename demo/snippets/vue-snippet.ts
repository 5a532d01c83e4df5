import type { Attribute } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { elementTag } from './element-tag.js';
import { escapeHtml } from './escape-html.js';
import { handlersFor, typedFunction, typeImport } from './handlers.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { indent } from './tag.js';

/** The element in a Vue component. */
export function vueSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const handlers = handlersFor(settings);
  const element = elementTag(settings, handlers, attribute, ({ event, name }) => `@${event}="${name}"`);
  return {
    note: "Tell Vue’s compiler that it is an element: `isCustomElement: (tag) => tag === 'crm-oauth-button'`.",
    text: `<script setup lang="ts">
import 'crm-oauth-button';
${typeImport(handlers)}

${handlers.map((handler) => typedFunction(handler)).join('\n\n')}
</script>

<template>
${indent(element, 2)}
</template>
`,
  };
}

/** An attribute without a value would be an empty text to Vue. */
function attribute([name, value]: Attribute): string {
  return value === true ? `:${name}="true"` : `${name}="${escapeHtml(value)}"`;
}
