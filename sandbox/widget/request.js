// @ts-check
import { asObject } from './host-message.js';
import { post } from './post.js';

const TIMEOUT = 3000;

/**
 * Asks the host, and waits up to 3 seconds for the response. Anybody may give it who knows the id.
 *
 * @param {string} path
 * @param {object} body
 * @returns {Promise<unknown>} rejects with the text “Time out”.
 */
export function request(path, body) {
  const requestId = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const timer = setTimeout(() => {
      done.abort();
      // Not an error object: it is what the real widget prints.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject('Time out');
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
