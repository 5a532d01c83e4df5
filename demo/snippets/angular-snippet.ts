import { attributesOf } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { escapeHtml } from './escape-html.js';
import { handlersFor, typedFunction, typeImport } from './handlers.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { indent, tag } from './tag.js';

/** The element in an Angular component. */
export function angularSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const handlers = handlersFor(settings);
  const element = tag('crm-oauth-button', [
    ...attributesOf(settings).map(([name, value]) =>
      value === true ? name : `${name}="${escapeText(value)}"`,
    ),
    ...handlers.map(({ event, name, parameter }) => `(${event})="${name}(${parameter && '$event'})"`),
  ]);
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

/** For an attribute in a template in a template literal: braces would begin an expression in either. */
function escapeText(text: string): string {
  return escapeHtml(text)
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`');
}
