// @ts-check

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Creates a component library's button as its documents show it: a mark in the icon's slot, the caption as text.
 *
 * @param {string} tag
 * @param {{ slot: string, variant?: [string, string] }} options the icon's slot; the variants before and after the theme changes
 * @returns {import('./candidate.js').Candidate}
 */
export function library(tag, { slot, variant }) {
  return {
    create(caption) {
      const button = document.createElement(tag);
      if (variant) button.setAttribute('variant', variant[0]);
      button.append(createMark(slot), caption);
      return button;
    },
    setCaption(button, caption) {
      /** @type {Text} */ (button.lastChild).data = caption;
    },
    setTheme(button) {
      if (variant) /** @type {any} */ (button).variant = variant[1];
    },
  };
}

/** @param {string} slot */
function createMark(slot) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', '24');
  svg.setAttribute('height', '24');
  svg.setAttribute('slot', slot);
  path.setAttribute('d', 'M7 4v16M17 4 7 14m4-3 7 9');
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '3.5');
  svg.append(path);
  return svg;
}
