import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const END = '<!-- End of the generated table. -->';

/**
 * Replaces the generated table of a document, between two comments.
 *
 * @param path - the document
 * @param source - the folder or file of its source, as in the first comment
 * @throws Error if the document lacks the comments
 */
export async function writeTable(
  path: string,
  source: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const start = `<!-- Written by \`npm run analyze\` from ${source}: -->`;
  const [before, rest = ''] = readFileSync(path, 'utf8').split(start);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for this table.`);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const text = [before, start, '\n\n', lines.join('\n'), '\n\n', END, after].join('');
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
}
