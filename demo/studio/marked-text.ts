import { html, type TemplateResult } from 'lit';
import type { Language } from '../snippets/snippet.js';

/** The parts of each syntax that get a colour; the first group that matches names it. */
const PATTERNS: Readonly<Record<Language, RegExp>> = {
  markup:
    /(?<comment><!--[^]*?-->|\/\/ .*|<\?php|<\?=|\?>)|(?<tag><\/?[\w-]+|\/?>)|(?<string>"[^"]*"|'[^'\n]*')|(?<name>[\w:@[\]()-]+(?==["{]))/g,
  program:
    /(?<comment>\/\/ .*)|(?<string>'[^'\n]*'|`[^`]*`|"[^"\n]*")|(?<tag><\/?[\w-]+|\b(?:async|await|catch|class|const|export|from|function|if|import|return|try|type)\b)/g,
};

/** Colours a snippet. */
export function highlight(text: string, language: Language): TemplateResult {
  const parts: unknown[] = [];
  let end = 0;
  for (const { 0: match, index, groups = {} } of text.matchAll(PATTERNS[language])) {
    // A group that took no part is there all the same, and undefined.
    const kind = Object.keys(groups).find((name) => groups[name]);
    parts.push(text.slice(end, index), html`<span class="hl-${kind ?? ''}">${match}</span>`);
    end = index + match.length;
  }
  return html`${parts}${text.slice(end)}`;
}

/** A sentence in which backticks mark code. */
export function prose(text: string): TemplateResult {
  return html`${text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}
