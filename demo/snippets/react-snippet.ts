import type { Attribute } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { elementTag } from './element-tag.js';
import { handlersFor, typedFunction, typeImport } from './handlers.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { indent } from './tag.js';

/** The element in a React component, from version 19 on. */
export function reactSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const handlers = handlersFor(settings);
  const element = elementTag(settings, handlers, attribute, ({ event, name }) => `on${event}={${name}}`);
  return {
    note: 'For React 19, which sets properties and listens to events of elements. Import `crm-oauth-button/react` once for its types.',
    text: `import 'crm-oauth-button';
${typeImport(handlers)}
import type {} from 'crm-oauth-button/react';

${handlers.map((handler) => typedFunction(handler)).join('\n\n')}

export function ConnectButton() {
  return (
${indent(element, 4)}
  );
}
`,
  };
}

/** What JSX would read as an escape or an expression is written as an expression. */
function attribute([name, value]: Attribute): string {
  if (value === true) return `${name}={true}`;
  return /["&\\\n{}]/.test(value) ? `${name}={${JSON.stringify(value)}}` : `${name}="${value}"`;
}
