// @ts-check
/** The lower bounds for an element with our shadow content: its nodes and its style sheet, with almost no script. */

/** Copies the shadow content of one of our buttons. */
function takeModel() {
  const button = document.createElement('crm-oauth-button');
  document.body.append(button);
  const { adoptedStyleSheets, innerHTML } = /** @type {ShadowRoot} */ (button.shadowRoot);
  button.remove();
  return { adoptedStyleSheets, innerHTML, caption: 'Continue with Kommo' };
}

/** @returns {import('./candidate.js').Candidate} */
export function createBare() {
  const { adoptedStyleSheets, innerHTML } = takeModel();
  const template = document.createElement('template');
  template.innerHTML = innerHTML;
  class BareButton extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = adoptedStyleSheets;
      root.append(document.importNode(template.content, true));
    }
  }
  customElements.define('bare-button', BareButton);
  const inside = (/** @type {HTMLElement} */ button) =>
    /** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (button.shadowRoot).firstElementChild);
  const setCaption = (/** @type {HTMLElement} */ button, /** @type {string} */ caption) => {
    const text = /** @type {Text} */ (inside(button).querySelector('.caption')?.firstChild);
    if (text.data !== caption) text.data = caption;
  };
  return {
    create(caption) {
      const button = document.createElement('bare-button');
      setCaption(button, caption);
      return button;
    },
    setCaption,
    setTheme: (button) => inside(button).classList.replace('light', 'dark'),
  };
}

/** @returns {import('./candidate.js').Candidate} */
export function createLit() {
  const { adoptedStyleSheets, innerHTML, caption } = takeModel();
  const { html, LitElement } = /** @type {any} */ (globalThis).lit;
  // The two expressions of the Lit template are the class and the caption.
  const parts = innerHTML.split(new RegExp(`${caption}|"(?=[^"]*\\blight\\b)[^"]*"`));
  const [before, between, after] = parts;
  const strings = Object.assign([before, between, after], { raw: parts });
  class LitButton extends LitElement {
    static properties = { caption: {}, theme: {} };
    static styles = adoptedStyleSheets;
    render() {
      return html(strings, `button medium ${this.theme ?? 'light'}`, this.caption);
    }
  }
  customElements.define('lit-button', /** @type {any} */ (LitButton));
  return {
    create(text) {
      const button = document.createElement('lit-button');
      button.setAttribute('caption', text);
      return button;
    },
    setCaption: (button, text) => Object.assign(button, { caption: text }),
    setTheme: (button) => Object.assign(button, { theme: 'dark' }),
  };
}
