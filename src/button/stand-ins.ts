/**
 * Lit's build for browsers asks for these while it loads, and in a worker they are not there. Its build for servers brings
 * its own, and registers elements with them by then: that one is to find none.
 */
const standIns = { HTMLElement: Object, document: { createTreeWalker: () => undefined } };
const missing = Object.entries(standIns).filter(([name]) => !(name in globalThis));

for (const [name, standIn] of missing) {
  const get = (): unknown => ('customElements' in globalThis ? undefined : standIn);
  Object.defineProperty(globalThis, name, { configurable: true, get });
}

/** Once Lit is there. */
export function removeStandIns(): void {
  for (const [name] of missing) Reflect.deleteProperty(globalThis, name);
}
