// @ts-check
/**
 * The old script's method: a <div> with inner HTML for each button, and inline styles. The mark is ours, because the logo file
 * is the vendor's.
 */
const surface = '#0e0142';
const ink = '#fff';

const html = (/** @type {string} */ caption) => `
  <div style="display: flex; align-items: center; justify-content: center; flex: none; width: 38px; height: 38px; border-radius: 4px; background: ${ink};">
    <svg width="28" height="28" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path d="M7 4v16M17 4 7 14m4-3 7 9" stroke="${surface}" stroke-width="3.5"/>
    </svg>
  </div>
  <span style="padding: 0 16px; color: ${ink}; font-family: Roboto, Helvetica, Arial, sans-serif; font-size: 16px; font-weight: 700; white-space: nowrap;">${caption}</span>`;

/** @type {import('./candidate.js').Candidate} */
export const vendor = {
  create(caption) {
    const button = document.createElement('div');
    button.className = 'kommo-oauth';
    button.style.cssText = `display: inline-flex; align-items: center; box-sizing: border-box; height: 42px; border: 2px solid ${surface}; border-radius: 4px; background: ${surface}; cursor: pointer; overflow: hidden; vertical-align: middle;`;
    button.innerHTML = html(caption);
    button.onclick = () => undefined;
    return button;
  },
  setCaption(button, caption) {
    /** @type {Element} */ (button.lastElementChild).textContent = caption;
  },
  setTheme(button) {
    const [logo, span] = /** @type {[HTMLElement, HTMLElement]} */ (/** @type {unknown} */ (button.children));
    button.style.background = ink;
    button.style.borderColor = ink;
    logo.style.background = surface;
    logo.querySelector('path')?.setAttribute('stroke', ink);
    span.style.color = surface;
  },
};
