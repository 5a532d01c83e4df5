import type { Language } from '../studio/highlight.js';
import type { FormatName } from '../stories/story.js';
import { angularSnippet } from './angular-snippet.js';
import { htmlSnippet } from './html-snippet.js';
import { phpSnippet } from './php-snippet.js';
import { reactSnippet } from './react-snippet.js';
import { scriptSnippet } from './script-snippet.js';
import type { Snippet, SnippetInput } from './snippet.js';
import { svelteSnippet } from './svelte-snippet.js';
import { typescriptSnippet } from './typescript-snippet.js';
import { vueSnippet } from './vue-snippet.js';

/** The forms of a snippet, in the order in which they are offered. */
export const FORMATS: Readonly<Record<FormatName, { caption: string; language: Language }>> = {
  html: { caption: 'HTML', language: 'markup' },
  script: { caption: 'Script', language: 'markup' },
  react: { caption: 'React', language: 'program' },
  vue: { caption: 'Vue', language: 'markup' },
  svelte: { caption: 'Svelte', language: 'markup' },
  angular: { caption: 'Angular', language: 'program' },
  typescript: { caption: 'TypeScript', language: 'program' },
  php: { caption: 'PHP', language: 'markup' },
};

/** What writes each of them. */
export const formats: Readonly<Record<FormatName, (input: SnippetInput) => Snippet>> = {
  html: htmlSnippet,
  script: (input) => scriptSnippet(input),
  react: reactSnippet,
  vue: vueSnippet,
  svelte: svelteSnippet,
  angular: angularSnippet,
  typescript: typescriptSnippet,
  php: phpSnippet,
};
