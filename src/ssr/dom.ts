import { CSSStyleSheet, customElements, document, HTMLElement } from '@lit-labs/ssr-dom-shim';

// For Lit, which is imported after this. In Node it brings the same shim; in a worker it would find the button's stand-ins, which
// cannot be rendered.
const dom = { CSSStyleSheet, HTMLElement, document };
const missing = Object.entries(dom).filter(([name]) => !(name in globalThis));

for (const [name, value] of missing) Reflect.set(globalThis, name, value);
// The renderer finds the element's class here.
if (!('customElements' in globalThis)) Reflect.set(globalThis, 'customElements', customElements);

/** Removes the shim once the element is defined, so that no code mistakes a server for a browser. */
export function removeDom(): void {
  for (const [name] of missing) Reflect.deleteProperty(globalThis, name);
}
