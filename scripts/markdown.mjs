// @ts-check
import { format, resolveConfig } from 'prettier';

/**
 * Formats a document as the linter wants it.
 *
 * @param {string} text
 * @param {string} path of the document, for the formatter's settings
 */
export async function formatMarkdown(text, path) {
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | undefined)[])[]} rows
 */
export function table(head, rows) {
  /** @param {readonly (string | undefined)[]} cells */
  const row = (cells) =>
    `| ${cells.map((cell = '') => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** @param {string} [text] */
export function code(text) {
  return text ? `\`${text}\`` : '';
}
