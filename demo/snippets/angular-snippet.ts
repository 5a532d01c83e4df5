import type { Attribute } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { elementTag } from './element-tag.js';
import { escapeHtml } from './escape-html.js';
import { handlersFor, typedFunction, typeImport } from './handlers.js';
import { quote } from './quote.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { indent } from './tag.js';

/** The element in an Angular component. */
export function angularSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const handlers = handlersFor(settings);
  const element = elementTag(
    settings,
    handlers,
    attribute,
    ({ event, name, parameter }) => `(${event})="${name}(${parameter && '$event'})"`,
  );
  return {
    note: 'A standalone component. `CUSTOM_ELEMENTS_SCHEMA` lets its template have elements of others.',
    text: `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'crm-oauth-button';
${typeImport(handlers)}

@Component({
  selector: 'app-connect-button',
  template: \`
${indent(element, 4)}
  \`,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class ConnectButton {
${indent(handlers.map((handler) => typedFunction(handler, '')).join('\n\n'), 2)}
}
`,
  };
}

/** Two braces begin an expression, escaped or not: a text that has them is an expression as a whole. */
function attribute([name, value]: Attribute): string {
  if (value === true) return name;
  return value.includes('{{')
    ? `[attr.${name}]="${escapeText(quote(value))}"`
    : `${name}="${escapeText(value)}"`;
}

/** For an attribute, in a template literal. */
function escapeText(text: string): string {
  return escapeHtml(text).replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}
