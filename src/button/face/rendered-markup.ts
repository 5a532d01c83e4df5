import { isImage } from './logo.js';
import { html, render, type TemplateResult } from '../lit.js';

/** A logo for a server to write. A clipped mark needs a style attribute, which strict policies refuse in HTML. */
export function logoTemplate(source: string): TemplateResult {
  return isImage(source)
    ? html`<img alt="" src=${source} />`
    : html`<svg viewBox="0 0 24 24"><path d=${source}></path></svg>`;
}

/** Whether Lit's hydration support has loaded, and these nodes come from its renderer. */
export function canHydrate(nodes: readonly Node[]): boolean {
  return 'litElementHydrateSupport' in globalThis && nodes.some(isLits);
}

/** Whether these nodes equal what the template would render. */
export function isSame(nodes: readonly Node[], template: TemplateResult): boolean {
  const drawn = document.createDocumentFragment();
  render(template, drawn);
  return markupOf([...drawn.childNodes]) === markupOf(nodes);
}

/** Whether the node is a style, and belongs to no template. */
export function isStyle({ nodeName }: Node): boolean {
  return ['STYLE', 'LINK'].includes(nodeName);
}

/** Lit marks its parts with comments. */
function isLits({ nodeName, textContent }: Node): boolean {
  return nodeName === '#comment' && Boolean(textContent?.startsWith('lit-part'));
}

/** The markup of these nodes, without styles and comments. */
function markupOf(nodes: readonly Node[]): string {
  const serializer = new XMLSerializer();
  return nodes
    .map((node) => (isStyle(node) ? '' : serializer.serializeToString(node)))
    .join('')
    .replace(/<!--.*?-->/gs, '');
}
