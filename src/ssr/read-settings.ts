import { attributeName } from '../button/attributes.js';
import type { ButtonSettings } from '../button/button-settings.js';
import { readAttribute } from '../button/read-attribute.js';
import { defaultOf, type Setting, SETTINGS } from '../button/settings.js';

/** Attributes by their names in HTML. `true` is an empty one; `false`, `null` and `undefined` are none. */
export type Attributes = Readonly<Record<string, string | boolean | null | undefined>>;

/** What the attributes set on a button; as in the browser, the spelling with `data-` wins, and empty counts as absent. */
export function readSettings(attributes: Attributes): Pick<ButtonSettings, Setting> {
  const read = (attribute: string): string | undefined => toText(attributes[attribute]);
  const settings = (Object.keys(SETTINGS) as Setting[]).map((name) => [
    name,
    readAttribute(name, attributeName(name), read) ?? defaultOf(name),
  ]);
  return Object.fromEntries(settings) as Pick<ButtonSettings, Setting>;
}

function toText(value: Attributes[string]): string | undefined {
  return value === true ? '' : value === false ? undefined : (value ?? undefined);
}
