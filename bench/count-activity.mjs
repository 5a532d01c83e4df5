// @ts-check

/**
 * The things that a page has set up and that may wake it.
 *
 * @typedef {object} Activity
 * @property {number} timers calls of `setTimeout()`, `setInterval()`, `requestAnimationFrame()` and `requestIdleCallback()`
 * @property {number} messageListeners
 * @property {number} observers the active ones
 */

/** Counts a page's activity from now on in the global variable `activity`. Runs in the page, before the page's own scripts. */
export function countActivity() {
  /** @type {Activity} */
  const activity = { timers: 0, messageListeners: 0, observers: 0 };
  const page = /** @type {any} */ (globalThis);
  page.activity = activity;

  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const start = page[name];
    page[name] = (/** @type {unknown[]} */ ...parameters) => {
      activity.timers += 1;
      return start(...parameters);
    };
  }

  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (
    /** @type {Parameters<typeof addEventListener>} */ ...parameters
  ) {
    if (parameters[0] === 'message') activity.messageListeners += 1;
    return addEventListener.apply(this, parameters);
  };

  const observing = new Set();
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    const { prototype } = page[name];
    const { observe, disconnect } = prototype;
    prototype.observe = function (/** @type {unknown[]} */ ...parameters) {
      activity.observers = observing.add(this).size;
      return observe.apply(this, parameters);
    };
    prototype.disconnect = function () {
      observing.delete(this);
      activity.observers = observing.size;
      return disconnect.apply(this);
    };
  }
}
