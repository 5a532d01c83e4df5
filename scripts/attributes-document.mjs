// @ts-check
import { code, formatMarkdown, table } from './markdown.mjs';

/**
 * The fields of a manifest entry that this script reads.
 * @typedef {{ name: string, description?: string, type?: { text: string }, default?: string, fieldName?: string, kind?: string, attribute?: string, readonly?: boolean, return?: { type?: { text: string } } }} Entry
 * @typedef {{ tagName?: string, members: Entry[], attributes: Entry[], events: Entry[], slots: Entry[], cssParts: Entry[], cssProperties: Entry[], cssStates: Entry[] }} Declaration
 */

/**
 * Writes `docs/attributes.md`, the element's interface, from the manifest.
 *
 * @param {{ modules: { declarations: unknown[] }[] }} manifest
 * @param {string} path of the document, for the formatter's settings
 */
export async function attributesDocument({ modules }, path) {
  const declarations = /** @type {Declaration[]} */ (modules.flatMap(({ declarations }) => declarations));
  const element = declarations.find(({ tagName }) => tagName === 'crm-oauth-button');
  if (!element) throw new Error('custom-elements.json has no button.');
  const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
  const text = `# \`<${element.tagName}>\`: attributes, events and the rest

<!-- Written by \`npm run analyze\` from custom-elements.json: change the sources, not this file. -->

## Attributes and properties

Every attribute also works with a \`data-\` prefix, as in the CRM's documents. If both are set, the \`data-\` one wins. An empty value counts as absent.
An unknown keyword counts as the default, and the console reports it once. A list is cut after the last whole entry within 4,000 characters, and a language tag after 35
characters.

${table(
  ['attribute', 'property', 'type', 'default', ''],
  attributes
    .filter(({ name }) => !name.startsWith('data-'))
    .map(({ name, fieldName, type, default: usual = '', description }) => [
      code(name),
      code(fieldName),
      code(type?.text.replace(/^'' \| /, '')),
      code(usual.replaceAll("'", '')),
      description,
    ]),
)}

## Other properties

${table(
  ['property', 'type', ''],
  members
    .filter(({ kind, attribute }) => kind === 'field' && !attribute)
    .map(({ name, type, description, readonly }) => [
      code(name),
      code(type?.text),
      `${description ?? ''}${readonly ? ' Read-only.' : ''}`,
    ]),
)}

## Methods

${table(
  ['method', 'returns', ''],
  members
    .filter(({ kind, description }) => kind === 'method' && description)
    .map((method) => [code(`${method.name}()`), code(method.return?.type?.text), method.description]),
)}

\`click()\` and \`focus()\` are the native ones.

## Events

All events bubble and are composed. They are \`Event\` subclasses with typed, read-only fields. \`preventDefault()\` on \`crm-oauth-request\` undoes the
click; on \`crm-oauth-start\` it ends the attempt before a window opens; on \`crm-oauth-success\` it keeps the page where it is.

${table(
  ['event', 'type', ''],
  events.map(({ name, type, description }) => [code(name), code(type?.text), description]),
)}

## Slots

${table(
  ['slot', ''],
  slots.map(({ name, description }) => [name ? code(name) : '(default)', description]),
)}

## Parts

Style them with \`::part(…)\`, as shown in [Styling](styling.md).

${table(
  ['part', ''],
  cssParts.map(({ name, description }) => [code(name), description]),
)}

## Custom properties

${table(
  ['property', 'default', ''],
  cssProperties.map(({ name, default: usual, description }) => [code(name), code(usual), description]),
)}

## States

Match them with \`:state(…)\` in CSS. \`status\` has the same values.

${table(
  ['state', ''],
  cssStates.map(({ name, description }) => [code(name), description]),
)}
`;
  return formatMarkdown(text, path);
}
