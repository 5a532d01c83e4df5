/**
 * Copies an object's own properties to an object without a prototype. A property that some library adds to `Object.prototype`
 * must neither set an option nor give a message a meaning.
 *
 * @param options - a call's options; `undefined` gives an empty object
 */
export function own<T extends object>(options: T | undefined): T;
/** @param foreign - any value from elsewhere; anything but an object gives an empty object */
export function own(foreign: unknown): Record<string, unknown>;
export function own(value: unknown): object {
  return { __proto__: null, ...(typeof value === 'object' && value) };
}
