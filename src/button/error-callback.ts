import { sayOnce } from './console.js';

/**
 * Calls the page's global function with what the provider posted. The name is looked up, never evaluated as code: dots
 * step into objects, and the function gets the last of them as its receiver.
 *
 * What the page's code throws is reported like any uncaught error and breaks nothing.
 *
 * @param name - such as `onError` or `app.auth.onError`
 */
export function callErrorCallback(name: string, posted: unknown): void {
  let receiver: unknown;
  let value: unknown = globalThis;
  try {
    for (const key of name.split('.')) {
      receiver = value;
      value = (value as Record<string, unknown> | null | undefined)?.[key.trim()];
    }
    if (typeof value === 'function') value.call(receiver, posted);
    else {
      sayOnce(
        'warn',
        `data-error-callback: no global function "${name}". A top-level const is no global: assign it to window.`,
      );
    }
  } catch (error) {
    reportError(error);
  }
}
