import { typedFunction, typeImport, type Handler } from './handlers.js';
import { attributesOf, escapeHtml, indent, quote, tag, type Attribute } from './markup.js';
import { codeSettings, type Snippet, type SnippetInput } from './snippet.js';
import { subjectOf, type Subject } from './subject.js';

/** A framework's own spelling of an attribute, and of a listener. */
interface Spelling {
  readonly attribute: (attribute: Attribute) => string;
  readonly listener: (handler: Handler) => string;
}

/** The element in a React component, from version 19 on. */
export function reactSnippet(input: SnippetInput): Snippet {
  const { element, handlers, language, module, component } = write(input, {
    attribute: jsxAttribute,
    listener: ({ event, name }) => `on${event}={${name}}`,
  });
  return {
    note: 'For React 19, which sets properties and listens to events of elements. Import `crm-oauth-button/react` once for its types.',
    text: `import '${module}';
${typeImport(handlers, module)}
import type {} from 'crm-oauth-button/react';

${language}${functions(handlers)}

export function ${component}() {
  return (
${indent(element, 4)}
  );
}
`,
  };
}

/** The element in a Vue component. */
export function vueSnippet(input: SnippetInput): Snippet {
  const { element, handlers, language, module } = write(input, {
    // An attribute without a value would be an empty text to Vue.
    attribute: ([name, value]) => (value === true ? `:${name}="true"` : `${name}="${escapeHtml(value)}"`),
    listener: ({ event, name }) => `@${event}="${name}"`,
  });
  return {
    note: "Tell Vue’s compiler that it is an element: `isCustomElement: (tag) => tag.startsWith('crm-')`.",
    text: `<script setup lang="ts">
import '${module}';
${typeImport(handlers, module)}

${language}${functions(handlers)}
</script>

<template>
${indent(element, 2)}
</template>
`,
  };
}

/** The element in a Svelte component, from version 5 on. */
export function svelteSnippet(input: SnippetInput): Snippet {
  const { element, handlers, language, module } = write(input, {
    attribute: svelteAttribute,
    listener: ({ event, name }) => `on${event}={${name}}`,
  });
  return {
    note: 'For Svelte 5. Import `crm-oauth-button/svelte` once for its types.',
    text: `<script lang="ts">
${indent(`import '${module}';\n${typeImport(handlers, module)}`, 2)}

${indent(language + functions(handlers), 2)}
</script>

${element}
`,
  };
}

/** The element in an Angular component. */
export function angularSnippet(input: SnippetInput): Snippet {
  const { element, handlers, language, module, component } = write(input, {
    attribute: angularAttribute,
    listener: ({ event, name, parameter }) => `(${event})="${name}(${parameter && '$event'})"`,
  });
  return {
    note: 'A standalone component. `CUSTOM_ELEMENTS_SCHEMA` lets its template have elements of others.',
    text: `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import '${module}';
${typeImport(handlers, module)}

${language}@Component({
  selector: 'app-crm',
  template: \`
${indent(element, 4)}
  \`,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class ${component} {
${indent(functions(handlers, ''), 2)}
}
`,
  };
}

/** The element as a template has it, and what its code is called. */
function write(
  input: SnippetInput,
  { attribute, listener }: Spelling,
): Omit<Subject, 'tag'> & { readonly element: string } {
  const settings = codeSettings(input);
  const { tag: name, ...subject } = subjectOf(input.story, settings);
  const attributes = [...attributesOf(settings).map(attribute), ...subject.handlers.map(listener)];
  return { ...subject, element: tag(name, attributes) };
}

function functions(handlers: readonly Handler[], keyword?: string): string {
  return handlers.map((handler) => typedFunction(handler, keyword)).join('\n\n');
}

/** JSX reads some characters as an escape or an expression: a text that has them is written as an expression. */
function jsxAttribute([name, value]: Attribute): string {
  if (value === true) return `${name}={true}`;
  return /["&\\\n{}]/.test(value) ? `${name}={${JSON.stringify(value)}}` : `${name}="${value}"`;
}

/** A brace would begin an expression. */
function svelteAttribute([name, value]: Attribute): string {
  if (value === true) return `${name}={true}`;
  return /[{}]/.test(value) ? `${name}={${JSON.stringify(value)}}` : `${name}="${escapeHtml(value)}"`;
}

/** Two braces begin an expression, escaped or not: a text that has them is an expression as a whole. */
function angularAttribute([name, value]: Attribute): string {
  if (value === true) return name;
  return value.includes('{{')
    ? `[attr.${name}]="${escapeTemplate(quote(value))}"`
    : `${name}="${escapeTemplate(value)}"`;
}

/** For an attribute, in a template literal. */
function escapeTemplate(text: string): string {
  return escapeHtml(text).replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}
