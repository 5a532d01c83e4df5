import { attributeName } from '../../src/button/settings.js';
import type { Settings } from '../stories/story.js';

/** Name and value of an attribute. */
export type Attribute = readonly [name: string, value: string | true];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The attributes that bring these settings about. */
export function attributesOf(settings: Settings, prefix = ''): readonly Attribute[] {
  return Object.entries(settings).flatMap(([property, value]): Attribute[] =>
    value === false || value === '' ? [] : [[prefix + attributeName(property), value]],
  );
}

/** An element with each of its attributes on a line of its own. */
export function tag(name: string, attributes: readonly string[]): string {
  return `<${name}\n${attributes.map((attribute) => `  ${attribute}\n`).join('')}></${name}>`;
}

/** Moves lines to the right, by so many spaces. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** Text for an HTML attribute in double quotes. Without `<` it opens no PHP tag either. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** A JavaScript string in single quotes, which ends no script element. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('</', '<\\/').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
