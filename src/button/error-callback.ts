import { sayOnce } from './console.js';

/**
 * Calls the page's global function with a refusal. The name is looked up, never evaluated as code. Dots step into objects, and
 * the last object is the function's receiver.
 *
 * An error that the function throws is reported like any uncaught error, and breaks nothing.
 *
 * @param name - such as `onError` or `app.auth.onError`
 * @param refusal - `{client_id, error, error_description}`, as far as the provider gave them
 */
export function callErrorCallback(name: string, refusal: unknown): void {
  try {
    const callback = findCallback(name);
    if (callback) callback(refusal);
    else {
      sayOnce(
        'warn',
        `data-error-callback: the page has no global function "${name}". A top-level const is no global: assign it to window.`,
      );
    }
  } catch (error) {
    reportError(error);
  }
}

/**
 * Finds a function of the page by its name. The browser's own do not count, or an attribute in user HTML could name
 * `setTimeout`, `location.assign` or any other; functions that the page has bound do.
 */
export function findCallback(name: string): ((refusal: unknown) => void) | undefined {
  let receiver: unknown;
  let value: unknown = globalThis;
  for (const key of name.split('.')) {
    receiver = value;
    value = (value as Record<string, unknown> | null | undefined)?.[key.trim()];
  }
  const callback = value;
  if (typeof callback !== 'function' || isNative(callback)) return undefined;
  return (refusal) => void Reflect.apply(callback, receiver, [refusal]);
}

/** Native and bound functions both hide their source, but a bound one's name begins with `bound`. */
function isNative(callback: { readonly name: string }): boolean {
  const source = Function.prototype.toString.call(callback).replace(/\s/g, '');
  return source.endsWith('{[nativecode]}') && !callback.name.startsWith('bound ');
}
