// @ts-check
import { passes } from './row.mjs';

/**
 * Formats the rows as text, with a verdict on each limit.
 *
 * @param {readonly import('./row.mjs').Row[]} rows
 */
export function table(rows) {
  const head = ['what', 'ours', 'theirs', 'unit', 'ratio', 'limit', '', '±', 'against'];
  const body = rows.map(cells);
  const widths = head.map((title, i) =>
    Math.max(...[head, ...body].map((line) => line[i]?.length ?? 0), title.length),
  );
  const isNumber = (/** @type {number} */ column) => [1, 2, 4, 7].includes(column);
  return [head, ...body]
    .map((line) =>
      line
        .map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {number | undefined} value */
function format(value) {
  if (value === undefined) return '';
  return value >= 100 || Number.isInteger(value)
    ? Math.round(value).toLocaleString('en')
    : value.toPrecision(3);
}

/**
 * The cells of a row: what, ours, theirs, unit, ratio, limit, verdict, spread, against.
 *
 * @param {import('./row.mjs').Row} row
 */
export function cells(row) {
  return [
    row.what,
    format(row.ours),
    format(row.theirs),
    row.unit,
    row.ratio?.toFixed(2) ?? '',
    row.limit === undefined ? '' : `≤ ${row.limit}`,
    { true: 'pass', false: 'FAIL', undefined: '' }[String(passes(row))] ?? '',
    row.spread === undefined ? '' : `${(row.spread * 100).toFixed(0)} %`,
    row.against ?? '',
  ];
}
