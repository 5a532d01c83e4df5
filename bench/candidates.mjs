// @ts-check

/**
 * @typedef {object} Candidate
 * @property {string} id
 * @property {string} name
 * @property {'ours' | 'vendor' | 'library' | 'floor'} kind
 * @property {string} [file] a classic script, served as it is
 * @property {string} [entry] source of a module, bundled and served
 * @property {boolean} [isWearing] whether earlier buttons slow down later ones
 */

/** The scripts that draw a button, in the order of the table: ours, the one it replaces, the alternatives, and the lower bounds. */
export const candidates = /** @type {const} @satisfies {readonly Candidate[]} */ ([
  { id: 'ours', name: 'crm-oauth-button', kind: 'ours', file: 'cdn/button.js' },
  { id: 'vendor', name: 'old script: <div> with inner HTML', kind: 'vendor' },
  {
    id: 'material',
    name: 'Material',
    kind: 'library',
    entry: "import '@material/web/button/filled-button.js';",
  },
  {
    id: 'shoelace',
    name: 'Shoelace',
    kind: 'library',
    entry: `import '@shoelace-style/shoelace/dist/themes/light.css';
      import '@shoelace-style/shoelace/dist/components/button/button.js';`,
  },
  {
    id: 'spectrum',
    name: 'Spectrum',
    kind: 'library',
    isWearing: true,
    entry: `import '@spectrum-web-components/theme/sp-theme.js';
      import '@spectrum-web-components/theme/theme-light.js';
      import '@spectrum-web-components/theme/scale-medium.js';
      import '@spectrum-web-components/button/sp-button.js';`,
  },
  {
    id: 'webAwesome',
    name: 'Web Awesome',
    kind: 'library',
    entry: `import '@awesome.me/webawesome/dist/styles/webawesome.css';
      import '@awesome.me/webawesome/dist/components/button/button.js';`,
  },
  {
    id: 'bare',
    name: 'floor: bare element, our shadow content',
    kind: 'floor',
    file: 'cdn/button.js',
  },
  {
    id: 'lit',
    name: 'floor: LitElement, our shadow content',
    kind: 'floor',
    entry: "import { html, LitElement } from 'lit'; window.lit = { html, LitElement };",
    file: 'cdn/button.js',
  },
]);
