import { html } from 'hono/html';
import { highlight } from './highlight.js';
import type { Html } from './html.js';

/** Source text with a button that copies it. */
export function snippet(title: string, text: string, language: 'HTML' | 'JavaScript'): Html {
  const code = html`<code>${highlight(text, language)}</code>`;
  return html`<figure class="snippet">
    <figcaption>
      <span>${language}</span>
      <button type="button" class="copy" data-copy hidden>
        Copy<span class="hidden"> ${language}: ${title}</span>
      </button>
    </figcaption>
    <pre tabindex="0" role="region" aria-label="${language}: ${title}">${code}</pre>
  </figure>`;
}
