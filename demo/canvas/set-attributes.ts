import { attributeName, SETTINGS } from '../../src/button/settings.js';
import type { Settings } from '../stories/story.js';

/** Sets on an element what is given, as a page's HTML would, and takes the rest away. */
export function setAttributes(target: Element, settings: Settings, prefix = ''): void {
  for (const property of Object.keys(SETTINGS)) {
    const name = prefix + attributeName(property);
    const value = settings[property];
    if (value === undefined || value === false || value === '') target.removeAttribute(name);
    else target.setAttribute(name, value === true ? (prefix ? 'true' : '') : value);
  }
}
