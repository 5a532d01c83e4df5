/**
 * A copy of an object's own properties, without a prototype: a name that any script or library has added to `Object.prototype`
 * must neither set an option nor lend a message a meaning.
 *
 * @param options - of a call; none are an empty object
 */
export function own<T extends object>(options: T | undefined): T;
/** @param foreign - whatever came from elsewhere; nothing but an object has properties here */
export function own(foreign: unknown): Record<string, unknown>;
export function own(value: unknown): object {
  return { __proto__: null, ...(typeof value === 'object' && value) };
}
