// @ts-check
const TIMEOUT = 3000;

/**
 * A message from the host, or from anybody else: any field may hold anything.
 *
 * @typedef {{ readonly [name: string]: unknown }} HostMessage
 */

/**
 * The object in a field or a message; an empty one for anything else.
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

/**
 * Sends a message to the host, whoever that is: the real widget names no origin either.
 *
 * @param {object} message
 */
export function post(message) {
  window.parent.postMessage(message, '*');
}

/**
 * Asks the host, and waits up to 3 seconds for the response. Whoever knows the id may give it.
 *
 * @param {string} path
 * @param {object} body
 * @returns {Promise<unknown>} rejects with an error “Time out”.
 */
export function request(path, body) {
  const requestId = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const timer = setTimeout(() => {
      done.abort();
      reject(new Error('Time out'));
    }, TIMEOUT);
    addEventListener(
      'message',
      (event) => {
        const { type, responseId, response } = asObject(event.data);
        if (type !== 'rc-post-message-response' || responseId !== requestId) return;
        clearTimeout(timer);
        done.abort();
        resolve(response);
      },
      { signal: done.signal },
    );
    post({ type: 'rc-post-message-request', requestId, path, body });
  });
}
