// @ts-check
import { createCandidate } from './candidates.mjs';

const candidate = createCandidate(/** @type {string} */ (document.documentElement.dataset.candidate));
/** @type {HTMLElement | undefined} */
let host;

/** The number of rounds for so many buttons: a few buttons need many rounds to take a measurable time. */
const roundsOf = (/** @type {number} */ count) => Math.ceil(Math.min(200, 2000 / count));

const buttons = () => /** @type {Iterable<HTMLElement>} */ (host?.children ?? []);

/** The phases of a measurement; each ends with a layout. */
const phases = {
  create(/** @type {number} */ count) {
    host = candidate.createHost?.() ?? document.createElement('main');
    for (let i = 0; i < count; i += 1) host.append(candidate.create('Continue with Kommo'));
    document.body.append(host);
  },
  caption() {
    for (const button of buttons()) candidate.setCaption(button, 'Connect your CRM');
  },
  theme() {
    for (const button of buttons()) candidate.setTheme(button);
  },
  remove() {
    host?.remove();
    host = undefined;
  },
  /** Markers, as a page's HTML has them; nothing draws them yet. */
  markers(/** @type {number} */ count) {
    host = document.createElement('main');
    for (let i = 0; i < count; i += 1) {
      const marker = document.createElement('script');
      marker.className = 'kommo_oauth';
      marker.type = 'text/plain';
      Object.assign(marker.dataset, { clientId: 'shop', title: 'Continue with Kommo', mode: 'popup' });
      host.append(marker);
    }
  },
  /** Only our script finds the markers by itself. */
  follow() {
    const markers = /** @type {HTMLElement[]} */ ([...buttons()]);
    document.body.append(/** @type {HTMLElement} */ (host));
    if (document.documentElement.dataset.candidate === 'ours') return;
    for (const marker of markers) marker.before(candidate.create(marker.dataset.title ?? ''));
  },
  async rounds(/** @type {number} */ count) {
    for (let i = 0; i < roundsOf(count); i += 1) {
      phases.create(count);
      await drawn();
      phases.remove();
    }
  },
};

async function drawn() {
  // Elements render in microtasks, and the elements inside them in later ones.
  for (let i = 0; i < 24; i += 1) await undefined;
  void document.body.offsetHeight;
}

/**
 * Runs one phase in its own task.
 *
 * @param {keyof typeof phases} name
 * @param {number} count of buttons
 * @returns {Promise<number>} the wall time of script and layout, in ms
 */
function run(name, count) {
  /** @type {{ gc?: () => void, TestUtils?: { gc(): void } }} */
  const { gc, TestUtils } = /** @type {any} */ (globalThis);
  gc?.();
  TestUtils?.gc();
  return new Promise((resolve) => {
    setTimeout(async () => {
      performance.mark(name);
      const start = performance.now();
      await phases[name](count);
      await drawn();
      resolve(performance.now() - start);
    });
  });
}

Object.assign(globalThis, { run, roundsOf });
