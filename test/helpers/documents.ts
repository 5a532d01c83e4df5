import { readFileSync } from 'node:fs';

/** A block of code in a document. */
export interface CodeBlock {
  /** Heading of the section that it stands in; empty before the first one. */
  readonly section: string;
  readonly language: string;
  /** The rest of the block's first line, such as `file=src/index.ts`. */
  readonly info: string;
  readonly code: string;
}

/** The blocks of code in a document, as they stand there. */
export function readBlocks(path: string): CodeBlock[] {
  const sections = `\n${readFileSync(path, 'utf8')}`.split(/^## /m);
  return sections.flatMap((text, index) => {
    const section = index > 0 ? text.slice(0, text.indexOf('\n')) : '';
    const blocks = text.matchAll(/^```(\w+)(?: (.*))?\n([^]*?)^```$/gm);
    return [...blocks].map(([, language = '', info = '', code = '']) => ({ section, language, info, code }));
  });
}

/** The value that a block's first line gives a name. */
export function infoOf({ info }: CodeBlock, name: string): string | undefined {
  return new RegExp(`(?:^| )${name}=(\\S+)`).exec(info)?.[1];
}
