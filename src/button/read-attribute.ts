import { defaultOf, type Setting } from './settings.js';

/**
 * What the attributes say of a setting, or `null` where they say nothing: of the two spellings that with `data-` wins,
 * and empty counts as absent.
 *
 * @param name - the attribute's plain one
 * @param read - gives an attribute by its name
 */
export function readAttribute(
  setting: Setting,
  name: string,
  read: (attribute: string) => string | null | undefined,
): string | boolean | null {
  const strongest = read(`data-${name}`) || read(name);
  // The CRM's documents write a flag as `"true"` and `"false"`.
  if (defaultOf(setting) === false) return ['', 'true', name].includes(strongest ?? 'false');
  return strongest || null;
}
