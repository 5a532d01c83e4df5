import { html, raw } from 'hono/html';
import { fillIn, type Values } from '../stories/fill-in.js';
import type { Story } from '../stories/story.js';
import type { Html } from './html.js';
import { prose } from './prose.js';
import { snippet } from './snippet.js';

/** One story: what to look at, the thing itself, and how it is written. */
export function storyArticle({ id, title, look, variants, script }: Story, values: Required<Values>): Html {
  const { site, sandbox } = values;
  const markup = variants.map((variant) => variant.markup).join('\n\n');
  return html`<article id="${id}" class="story card" aria-labelledby="${id}-title" data-story="${title}">
    <header>
      <h3 id="${id}-title"><a href="#${id}">${title}</a></h3>
      <p>${prose(look)}</p>
    </header>
    <div class="${variants.length > 1 ? 'stages' : 'stages single'}">
      ${variants.map(
        ({ label, stage = 'auto', markup }) =>
          html`<div class="stage ${stage}">
            ${label && html`<span class="label">${label}</span>`}
            <div class="preview">${raw(fillIn(markup, values))}</div>
          </div>`,
      )}
    </div>
    ${snippet(title, fillIn(markup, { site, sandbox }), 'HTML')}
    ${
      script &&
      html`${snippet(title, fillIn(script, { site, sandbox }).trimEnd(), 'JavaScript')}
        <script type="module" src="/stories/${id}.js"></script>`
    }
  </article>`;
}
