import { renderAttributes } from './render-attributes.js';
import type { Attributes } from './read-settings.js';
import { renderShadowRoot, type RenderOptions } from './render-shadow-root.js';

/**
 * A button as HTML, with its inside in a declarative shadow root: it is there before any script, and the script takes it
 * over.
 *
 * @example
 * ```ts
 * renderButton({ 'client-id': '…', theme: 'dark' }, { nonce });
 * ```
 * @param attributes - by their names in HTML; their values are escaped
 * @param options.children - HTML of the element's children, as it stands
 * @throws TypeError where a name is none that HTML has
 */
export function renderButton(
  attributes: Attributes,
  { children = '', ...options }: RenderOptions & { children?: string } = {},
): string {
  const template = '<template shadowrootmode="open" shadowrootdelegatesfocus>';
  const inside = `${template}${renderShadowRoot(attributes, options)}</template>${children}`;
  return `<crm-oauth-button${renderAttributes(attributes)}>${inside}</crm-oauth-button>`;
}
