import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { ButtonRenderer, type RenderOptions } from './button-renderer.js';

/** Attributes by their HTML names. `true` gives an empty one; `false`, `null` and `undefined` give none. */
export type Attributes = Readonly<Record<string, string | boolean | null | undefined>>;

/**
 * Renders a button as HTML, with a declarative shadow root: visible before any script, and taken over by the script.
 *
 * @example
 * ```ts
 * renderButton({ 'client-id': '…', theme: 'dark' }, { nonce });
 * ```
 * @param attributes - by their HTML names; the values are escaped
 * @param options.children - HTML of the element's children, inserted as it is
 * @throws TypeError if a name is not a valid attribute name
 */
export function renderButton(
  attributes: Attributes,
  { children = '', ...options }: RenderOptions & { children?: string } = {},
): string {
  const renderer = createRenderer(attributes, options);
  const outside = collectResultSync(renderer.renderAttributes());
  const template = '<template shadowrootmode="open" shadowrootdelegatesfocus>';
  return `<crm-oauth-button${outside}>${template}${renderInside(renderer)}</template>${children}</crm-oauth-button>`;
}

/**
 * Renders the inside of a button with these attributes, for `<template shadowrootmode="open" shadowrootdelegatesfocus>` in the
 * element. The script takes it over.
 *
 * @throws TypeError if a name is not a valid attribute name
 */
export function renderShadowRoot(attributes: Attributes, options: RenderOptions = {}): string {
  return renderInside(createRenderer(attributes, options));
}

function createRenderer(attributes: Attributes, options: RenderOptions): ButtonRenderer {
  const renderer = new ButtonRenderer('crm-oauth-button', options);
  for (const [name, value] of Object.entries(attributes)) {
    if (!/^[a-z_][\w.:-]*$/i.test(name)) throw new TypeError(`"${name}" is no attribute's name.`);
    if (value === null || value === undefined || value === false) continue;
    renderer.setAttribute(name, value === true ? '' : value);
  }
  renderer.connectedCallback();
  return renderer;
}

function renderInside(renderer: ButtonRenderer): string {
  return collectResultSync(
    renderer.renderShadow({
      elementRenderers: [],
      customElementInstanceStack: [],
      customElementHostStack: [renderer],
      eventTargetStack: [],
      slotStack: [],
      deferHydration: false,
    }),
  );
}
