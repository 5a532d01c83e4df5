import { styles } from '../button/face/styles.js';

/** The mark is an SVG until the script replaces it. */
const image = 'svg { width: 24px; scale: var(--scale, 1.2); fill: var(--mark); }';

/** A page may have the sheet for buttons that are still empty (`cdn/fallback.css`), which cannot tell this one from them. */
const host = `:host(:not(:defined)) {
  visibility: visible !important; min-height: 0 !important; padding: 0 !important; overflow: visible !important;
  background: none !important;
}
:host(:not(:defined))::before,
:host(:not(:defined))::after { content: none !important; }`;

/**
 * The style in a server-rendered shadow root, until the script brings its own. It never varies, so a Content-Security-Policy can
 * name its hash.
 */
export const rootStyles = `${styles.cssText} ${image} ${host}`
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s+/g, ' ')
  .trim();
