import type { FormatName } from '../stories/story.js';
import { angularSnippet, reactSnippet, svelteSnippet, vueSnippet } from './framework-snippets.js';
import { htmlSnippet, phpSnippet, scriptSnippet } from './page-snippets.js';
import type { Language, WriteSnippet } from './snippet.js';
import { typescriptSnippet } from './typescript-snippet.js';

/** A form of a snippet, as the studio offers it. */
export interface Format {
  readonly caption: string;
  readonly language: Language;
  readonly write: WriteSnippet;
}

/** The forms of a snippet, in the order of their tabs. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  html: { caption: 'HTML', language: 'markup', write: htmlSnippet },
  script: { caption: 'Script', language: 'markup', write: (input) => scriptSnippet(input) },
  react: { caption: 'React', language: 'program', write: reactSnippet },
  vue: { caption: 'Vue', language: 'markup', write: vueSnippet },
  svelte: { caption: 'Svelte', language: 'markup', write: svelteSnippet },
  angular: { caption: 'Angular', language: 'program', write: angularSnippet },
  typescript: { caption: 'TypeScript', language: 'program', write: typescriptSnippet },
  php: { caption: 'PHP', language: 'markup', write: phpSnippet },
};
