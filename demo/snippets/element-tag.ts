import { attributesOf, type Attribute } from './attributes-of.js';
import type { Handler } from './handlers.js';
import type { Settings } from '../stories/story.js';
import { tag } from './tag.js';

/** The element as a template has it, in the words of a framework. */
export function elementTag(
  settings: Settings,
  handlers: readonly Handler[],
  attribute: (attribute: Attribute) => string,
  listener: (handler: Handler) => string,
): string {
  return tag('crm-oauth-button', [...attributesOf(settings).map(attribute), ...handlers.map(listener)]);
}
