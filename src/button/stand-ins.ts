/**
 * Lit's browser build asks for these globals while it loads, and a worker has none of them. Lit's server build brings its own
 * and must find none of these, or it would register elements with them.
 */
const standIns = { HTMLElement: Object, document: { createTreeWalker: () => undefined } };
const missing = Object.entries(standIns).filter(([name]) => !(name in globalThis));

for (const [name, standIn] of missing) {
  const get = (): unknown => ('customElements' in globalThis ? undefined : standIn);
  Object.defineProperty(globalThis, name, { configurable: true, get });
}

/** Removes them once Lit has loaded. */
export function removeStandIns(): void {
  for (const [name] of missing) Reflect.deleteProperty(globalThis, name);
}
