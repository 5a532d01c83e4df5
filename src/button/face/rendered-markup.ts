import { isImage } from './logo.js';
import { html, render, type TemplateResult } from '../lit.js';

/** A logo as a server writes it: to cut a mark out takes a style of its own, which strict policies refuse in HTML. */
export function logoTemplate(source: string): TemplateResult {
  return isImage(source)
    ? html`<img alt="" src=${source} />`
    : html`<svg viewBox="0 0 24 24"><path d=${source}></path></svg>`;
}

/** Whether Lit's hydration support is there, and these nodes come from its renderer. */
export function canHydrate(nodes: readonly Node[]): boolean {
  return 'litElementHydrateSupport' in globalThis && nodes.some(isLits);
}

/** Whether these nodes are just what the template would draw. */
export function isSame(nodes: readonly Node[], template: TemplateResult): boolean {
  const drawn = document.createDocumentFragment();
  render(template, drawn);
  return markupOf([...drawn.childNodes]) === markupOf(nodes);
}

/** Whether the node belongs to no template. */
export function isStyle({ nodeName }: Node): boolean {
  return ['STYLE', 'LINK'].includes(nodeName);
}

/** Lit keeps its places with comments. */
function isLits({ nodeName, textContent }: Node): boolean {
  return nodeName === '#comment' && Boolean(textContent?.startsWith('lit-part'));
}

/** Without styles and comments. */
function markupOf(nodes: readonly Node[]): string {
  const serializer = new XMLSerializer();
  return nodes
    .map((node) => (isStyle(node) ? '' : serializer.serializeToString(node)))
    .join('')
    .replace(/<!--.*?-->/gs, '');
}
