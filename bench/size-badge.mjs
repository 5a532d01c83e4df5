// @ts-check

/** Width of a character of 11 px in most fonts; `textLength` makes the text as wide in the others. */
const CHARACTER = 6.5;
const PADDING = 9;

/**
 * A figure that may differ by one in its last digit from what is measured: zlib's output depends on its version.
 *
 * @param {number} bytes
 */
export function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

/**
 * Draws the badge of the README: a file, and its size. White on two shades that stand out from a light page and a dark one.
 *
 * @param {string} file
 * @param {string} size
 */
export function sizeBadge(file, size) {
  const left = widthOf(file) + 2 * PADDING;
  const right = widthOf(size) + 2 * PADDING;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="22" role="img" aria-labelledby="title">
  <title id="title">${file}: ${size}</title>
  <clipPath id="shape"><rect width="${left + right}" height="22" rx="6"/></clipPath>
  <g clip-path="url(#shape)">
    <path fill="#33258f" d="M0 0h${left}v22H0z"/>
    <path fill="#5b45e0" d="M${left} 0h${right}v22H${left}z"/>
  </g>
  <g fill="#fff" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif" font-size="11" font-weight="600" aria-hidden="true">
    <text x="${PADDING}" y="15" textLength="${widthOf(file)}" lengthAdjust="spacingAndGlyphs">${file}</text>
    <text x="${left + PADDING}" y="15" textLength="${widthOf(size)}" lengthAdjust="spacingAndGlyphs">${size}</text>
  </g>
</svg>
`;
}

/** @param {string} text */
function widthOf(text) {
  return Math.round(text.length * CHARACTER);
}
