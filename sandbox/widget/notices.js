// @ts-check
import { asText } from './host-message.js';

/** @import { HostMessage } from './host-message.js' */

const TIME_TO_LIVE = 5000;
const LEVELS = ['success', 'info', 'warning', 'danger'];

/** The notices above the content. */
export class Notices {
  #list;
  #count = 0;

  /** @param {HTMLElement} list in a live region */
  constructor(list) {
    this.#list = list;
  }

  /**
   * Shows a notice.
   *
   * @param {HostMessage} notice its `level`, `message`, and `ttl` in milliseconds; 0 keeps it until it is dismissed.
   *   Default 5000.
   * @returns {string} its id
   */
  show({ level, message, ttl }) {
    const item = document.createElement('li');
    item.id = `notice-${(this.#count += 1)}`;
    item.className = `notice ${LEVELS.find((known) => known === level) ?? 'info'}`;
    const text = document.createElement('span');
    text.textContent = asText(message);
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', 'Dismiss');
    button.textContent = '×';
    button.addEventListener('click', () => item.remove());
    item.append(text, button);
    this.#list.append(item);
    const lifetime = typeof ttl === 'number' ? ttl : TIME_TO_LIVE;
    if (lifetime > 0) setTimeout(() => item.remove(), lifetime);
    return item.id;
  }
}
