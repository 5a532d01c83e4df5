// @ts-check
import { format, resolveConfig } from 'prettier';

/**
 * What is read of an entry in the manifest.
 * @typedef {{ name: string, description?: string, type?: { text: string }, default?: string, fieldName?: string, kind?: string, attribute?: string, readonly?: boolean, return?: { type?: { text: string } } }} Entry
 * @typedef {{ tagName?: string, members: Entry[], attributes: Entry[], events: Entry[], slots: Entry[], cssParts: Entry[], cssProperties: Entry[], cssStates: Entry[] }} Declaration
 */

/**
 * `docs/attributes.md`: the element's interface as the manifest has it.
 *
 * @param {{ modules: { declarations: unknown[] }[] }} manifest
 * @param {string} path where it will be, for the formatter's settings
 */
export async function attributesDocument({ modules }, path) {
  const declarations = /** @type {Declaration[]} */ (modules.flatMap(({ declarations }) => declarations));
  const element = declarations.find(({ tagName }) => tagName);
  if (!element) throw new Error('custom-elements.json has no element.');
  const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
  const text = `# \`<${element.tagName}>\`: attributes, events and the rest

<!-- Written by \`npm run analyze\` from custom-elements.json: change the sources, not this file. -->

## Attributes and properties

Each attribute works with \`data-\` in front as well, as the CRM's documents write it. That spelling wins where both stand, and empty counts as absent.
An unknown keyword is its default, and the console says so once. Of a list 4,000 characters count, up to the last whole entry there, and of a language tag 35.

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

All bubble and are composed. They are \`Event\` subclasses with typed, read-only fields. \`preventDefault()\` on \`crm-oauth-start\` keeps the window closed and ends
the attempt; on \`crm-oauth-success\` it keeps the page where it is.

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

For \`::part(…)\`. [How to use them](styling.md).

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

For \`:state(…)\`, and the values of \`status\`.

${table(
  ['state', ''],
  cssStates.map(({ name, description }) => [code(name), description]),
)}
`;
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** @param {string} [text] */
function code(text) {
  return text ? `\`${text}\`` : '';
}

/**
 * @param {string[]} head
 * @param {(string | undefined)[][]} rows
 */
function table(head, rows) {
  /** @param {(string | undefined)[]} cells */
  const row = (cells) =>
    `| ${cells.map((cell = '') => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
