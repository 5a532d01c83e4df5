import { styles } from '../button/face/styles.js';

/** The mark is an SVG until the script replaces it. */
const image = 'svg { width: 24px; scale: var(--scale, 1.2); fill: var(--mark); }';

/**
 * The style in a server-rendered shadow root, until the script brings its own. It never varies, so a Content-Security-Policy can
 * name its hash.
 */
export const rootStyles = `${styles.cssText} ${image}`
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s+/g, ' ')
  .trim();
