// @ts-check
import { createBare, createLit } from './floors.mjs';
import { library } from './library.mjs';
import { vendor } from './vendor.mjs';

/** @type {import('./candidate.js').Candidate} */
const ours = {
  create(caption) {
    const button = document.createElement('crm-oauth-button');
    button.setAttribute('client-id', 'shop');
    button.setAttribute('title', caption);
    return button;
  },
  setCaption(button, caption) {
    button.title = caption;
  },
  setTheme: (button) => Object.assign(button, { theme: 'dark' }),
};

/** Material has no variants: custom properties set its theme. */
const material = {
  ...library('md-filled-button', { slot: 'icon' }),
  setTheme(/** @type {HTMLElement} */ button) {
    button.style.setProperty('--md-filled-button-container-color', '#fff');
    button.style.setProperty('--md-filled-button-label-text-color', '#0e0142');
  },
};

const spectrum = {
  ...library('sp-button', { slot: 'icon', variant: ['accent', 'secondary'] }),
  createHost() {
    const host = document.createElement('sp-theme');
    host.setAttribute('system', 'spectrum');
    host.setAttribute('color', 'light');
    host.setAttribute('scale', 'medium');
    return host;
  },
};

/** Keyed by the ids of `candidates.mjs`. The floors copy a button of the page, so they are created only when asked for. */
const all = {
  ours: () => ours,
  vendor: () => vendor,
  material: () => material,
  spectrum: () => spectrum,
  shoelace: () => library('sl-button', { slot: 'prefix', variant: ['primary', 'neutral'] }),
  webAwesome: () => library('wa-button', { slot: 'start', variant: ['brand', 'neutral'] }),
  bare: createBare,
  lit: createLit,
};

/** @param {string} id */
export function createCandidate(id) {
  return all[/** @type {keyof typeof all} */ (id)]();
}
