import { attributesOf } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { escapeHtml } from './escape-html.js';
import { scriptAttributes } from './script-attributes.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { tag } from './tag.js';

/** The CRM's own script tag, with another address in it. */
export function scriptSnippet(input: SnippetInput, state?: string): Snippet {
  const { provider = 'kommo', ...settings } = codeSettings(input);
  if (provider !== 'kommo' && provider !== 'amocrm') {
    return {
      note: `The script tag speaks for Kommo and amoCRM. With \`provider="${String(provider)}"\` use the element.`,
      text: undefined,
    };
  }
  const attributes = attributesOf(settings, 'data-')
    .filter(([name]) => name !== 'data-state' || !state)
    .map(([name, value]) => `${name}="${value === true ? 'true' : escapeHtml(value)}"`);
  return {
    note: 'The attributes are the CRM’s own: in a page that has its tag, change `src`, and nothing else.',
    text: tag('script', [
      `class="${provider}_oauth"`,
      'charset="utf-8"',
      ...attributes,
      ...(state ? [`data-state="${state}"`] : []),
      ...scriptAttributes(input),
    ]),
  };
}
