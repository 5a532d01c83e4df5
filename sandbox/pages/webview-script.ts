export const WEBVIEW_SCRIPT_PATH = '/webview.js';

/**
 * A classic script that makes the page which includes it behave as in the browser inside an app: no window opens, and a link to a
 * new one does nothing. It has to come before the page's own scripts.
 */
export const WEBVIEW_SCRIPT = `window.open = () => null;

// Ahead of every other listener. The path of an event leads into shadow roots.
window.addEventListener(
  'click',
  (event) => {
    const opensWindow = event.composedPath().some(({ target }) => /^_blank$/i.test(target));
    if (opensWindow) event.preventDefault();
  },
  true,
);
`;
