import { CSSStyleSheet, customElements, document, HTMLElement } from '@lit-labs/ssr-dom-shim';

// For Lit, which is imported after this. In Node it brings the same; in a worker it would take the button's stand-ins, of
// which nothing can be rendered.
const dom = { CSSStyleSheet, HTMLElement, document };
const missing = Object.entries(dom).filter(([name]) => !(name in globalThis));

for (const [name, value] of missing) Reflect.set(globalThis, name, value);
// By this one the renderer finds the element's class.
if (!('customElements' in globalThis)) Reflect.set(globalThis, 'customElements', customElements);

/** Once the element is defined: nobody is to take a server for a browser. */
export function removeDom(): void {
  for (const [name] of missing) Reflect.deleteProperty(globalThis, name);
}
