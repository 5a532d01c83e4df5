import { styles } from '../button/face/styles.js';

/** A mark is an image until the script draws it. */
const image = 'svg { width: 24px; scale: var(--scale, 1.2); fill: var(--mark); }';

/**
 * The style in a shadow root that the server has rendered, until the script brings its own. It is always the same, so that
 * a Content-Security-Policy can name its hash.
 */
export const rootStyles = `${styles.cssText} ${image}`
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s+/g, ' ')
  .trim();
