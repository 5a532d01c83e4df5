// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { formatMarkdown, table } from '../scripts/markdown.mjs';
import { explanationOf } from './explanations.mjs';
import { passes } from './row.mjs';
import { cells } from './table.mjs';

/**
 * A whole run.
 *
 * @typedef {object} Results
 * @property {Readonly<Record<string, string | number | undefined>>} machine with the versions
 * @property {readonly import('./row.mjs').Row[]} rows each with its measurement
 */

/** Where the document stands. */
export const DOCUMENT = 'docs/performance.md';

/**
 * Makes the document of a run: what a person has written of each measurement (`notes/`), its rows, and first of all the limits that
 * are missed.
 *
 * @param {Results} results
 * @returns {Promise<string>}
 */
export async function report({ machine, rows }) {
  const measurements = [...new Set(rows.map(({ measurement }) => measurement ?? ''))];
  const notes = new Set(readdirSync('bench/notes').map((file) => file.replace('.md', '')));
  const note = (/** @type {string} */ name) =>
    notes.has(name) ? readFileSync(`bench/notes/${name}.md`, 'utf8') : `## \`${name}\`\n`;
  const ran = Object.entries(machine).map(([name, value]) => `${name} ${value}`);
  const parts = [
    note('introduction'),
    `## The run\n\n${ran.join(', ')}.`,
    missed(rows),
    ...measurements.map((name) => {
      const own = rows.filter(({ measurement }) => measurement === name);
      return `${note(name)}\n\n${table(HEAD, own.map(line))}`;
    }),
  ];
  return formatMarkdown(parts.join('\n\n'), DOCUMENT);
}

/**
 * The rows whose limit is not kept, each with its floor of the same run and the reason.
 *
 * @param {readonly import('./row.mjs').Row[]} rows
 */
function missed(rows) {
  const limited = rows.filter((row) => passes(row) !== undefined);
  const failed = limited.filter((row) => !passes(row));
  const lines = failed.map((row) => {
    const floor = rows.find(({ what, against = '' }) => what === row.what && against.startsWith('floor'));
    const [what, value, , unit, ratio, limit] = cells(row);
    const beside = floor && floor !== row ? `; ${floor.against}: ${cells(floor)[4]}` : '';
    const reason = explanationOf(row) ?? '**Not explained.**';
    return `- **${what}**${row.against ? ` beside ${row.against}` : ''}: ${ratio || `${value} ${unit}`.trim()}, ${limit}${beside}. ${reason}`;
  });
  const kept = limited.length - failed.length;
  return `## Limits\n\n${kept} of ${limited.length} limits are kept.${lines.length ? ' Missed are:' : ''}\n\n${lines.join('\n')}`;
}

const HEAD = ['what', 'ours', 'theirs', 'unit', 'ratio', 'limit', '', '±', 'against'];

/** @param {import('./row.mjs').Row} row */
function line(row) {
  const verdict = { true: 'kept', false: '**missed**', undefined: '' }[String(passes(row))] ?? '';
  return cells(row)
    .with(6, verdict)
    .map((cell) => cell.replaceAll('<', '&lt;'));
}
