import { html } from 'hono/html';
import type { Html } from './html.js';

/** What gets a colour; the first group that matches names it. */
const PATTERNS = {
  HTML: /(?<tag><\/?[\w-]+|\/?>)|(?<string>"[^"]*")|(?<name>[\w-]+(?==))/g,
  JavaScript:
    /(?<comment>\/\/.*)|(?<string>'[^'\n]*'|`[^`]*`)|(?<tag>\b(?:async|await|catch|const|from|if|import|try)\b)/g,
} as const;

/** Colours a snippet. */
export function highlight(text: string, language: keyof typeof PATTERNS): Html {
  const parts: (string | Html)[] = [];
  let end = 0;
  for (const { 0: match, index, groups = {} } of text.matchAll(PATTERNS[language])) {
    // A group that took no part is there all the same, and undefined.
    const kind = Object.keys(groups).find((name) => groups[name]);
    parts.push(text.slice(end, index), html`<span class="${kind}">${match}</span>`);
    end = index + match.length;
  }
  return html`${parts}${text.slice(end)}`;
}
