// @ts-check
/**
 * What the host, or anybody else, has sent: nothing is certain about it.
 *
 * @typedef {{ readonly [name: string]: unknown }} HostMessage
 */

/**
 * The object in a field or a message; an empty one stands for anything else.
 *
 * @param {unknown} value
 * @returns {HostMessage}
 */
export function asObject(value) {
  return typeof value === 'object' && value !== null ? /** @type {HostMessage} */ (value) : {};
}

/**
 * The text in a field.
 *
 * @param {unknown} value
 * @param {string} [fallback] default empty
 */
export function asText(value, fallback = '') {
  return typeof value === 'string' ? value : fallback;
}
