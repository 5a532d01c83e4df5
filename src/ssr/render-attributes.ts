import { escapeHtml } from './escape-html.js';
import type { Attributes } from './read-settings.js';

/**
 * Attributes as they stand in a tag, with a space in front: `true` is an empty one, and `false`, `null` and `undefined`
 * are none.
 *
 * @throws TypeError where a name is none that HTML has
 */
export function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (!/^[a-z_][\w.:-]*$/i.test(name)) throw new TypeError(`"${name}" is no attribute's name.`);
      if (value === null || value === undefined || value === false) return '';
      return value === true || value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
    })
    .join('');
}
