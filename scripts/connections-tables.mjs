// @ts-check
import { code, table } from './markdown.mjs';

/**
 * The fields of a manifest entry that this script reads.
 * @typedef {{ name: string, description?: string, type?: { text: string }, default?: string, kind?: string, attribute?: string, return?: { type?: { text: string } } }} Entry
 * @typedef {{ tagName?: string, members: Entry[], attributes: Entry[], events: Entry[], slots: Entry[], cssParts: Entry[], cssProperties: Entry[], cssStates: Entry[] }} Declaration
 */

/**
 * The interface of `<crm-connections>` from the manifest, as tables for its document.
 *
 * @param {{ modules: { declarations: unknown[] }[] }} manifest
 */
export function connectionsTables({ modules }) {
  const declarations = /** @type {Declaration[]} */ (modules.flatMap(({ declarations }) => declarations));
  const element = declarations.find(({ tagName }) => tagName === 'crm-connections');
  if (!element) throw new Error('custom-elements.json has no <crm-connections>.');
  const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
  /** @param {Entry} entry */
  const described = ({ name, description }) => [code(name), description];
  return [
    table(
      ['attribute and property', 'type', ''],
      // The one that every page needs comes first.
      [...attributes]
        .sort((one, other) => Number(other.name === 'src') - Number(one.name === 'src'))
        .map(({ name, type, description }) => [code(name), code(type?.text), description]),
    ),
    table(
      ['property or method', 'type', ''],
      members
        .filter(({ attribute, description }) => !attribute && description)
        .map(({ kind, name, type, description, ...member }) => [
          code(kind === 'method' ? `${name}()` : name),
          code(type?.text ?? member.return?.type?.text),
          description,
        ]),
    ),
    table(
      ['event', 'type', ''],
      events.map(({ name, type, description }) => [code(name), code(type?.text), description]),
    ),
    table(['slot', ''], slots.map(described)),
    table(['part', ''], cssParts.map(described)),
    table(
      ['custom property', 'default', ''],
      cssProperties.map(({ name, default: usual, description }) => [code(name), code(usual), description]),
    ),
    table(['state', ''], cssStates.map(described)),
  ].join('\n\n');
}
