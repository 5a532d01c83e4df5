// @ts-check
import { readFileSync } from 'node:fs';

// By a path that the type checker cannot follow: it runs before there is a build.
const { renderButton } = await import(new URL('../dist/ssr.js', import.meta.url).href);

/**
 * Reports when the first button has a box, in ms from the start of the navigation, how far the page has shifted 200 ms later, and
 * whether the button has other nodes by then.
 */
const WATCH = `<script>
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  window.drawn = new Promise((resolve) => {
    const look = () => {
      const button = document.querySelector('.kommo-oauth');
      if (!button?.offsetHeight) requestAnimationFrame(look);
      else {
        const time = performance.now();
        const first = button.shadowRoot?.querySelector('button');
        setTimeout(() => {
          const isDrawnAgain = Boolean(first) && button.shadowRoot.querySelector('button') !== first;
          resolve({ time, shift, isDrawnAgain });
        }, 200);
      }
    };
    requestAnimationFrame(look);
  });
</script>`;

/** Draws as the script that ours replaces does: after the page has loaded, with HTML from text. */
export const vendorScript = `window.onload = () => {
  for (const marker of document.querySelectorAll('.kommo_oauth')) {
    const button = document.createElement('div');
    button.className = 'kommo-oauth';
    button.style.cssText = 'display: inline-flex; align-items: center; height: 42px; background: #0e0142; cursor: pointer';
    button.innerHTML = '<div style="width: 38px; height: 38px; background: #fff"></div><span style="padding: 0 16px; color: #fff">Continue with Kommo</span>';
    marker.before(button);
  }
};`;

const HTML = '<button class="kommo-oauth" style="height: 42px">Continue with Kommo</button>';

/** The least that a script of its own can do: it is fetched, and puts a button of the page's before its tag. */
export const leastScript = `document.querySelector('.kommo_oauth').insertAdjacentHTML('beforebegin', '${HTML}');`;

const SLOW = /** @type {Record<string, string>} */ ({
  image: '',
  stylesheet: '<link rel="stylesheet" href="/slow.css">',
});

/** Of the script tag, where its way to load is no attribute. */
const ATTRIBUTES = /** @type {Record<string, string>} */ ({ sync: '', module: 'type="module"', server: '' });

/**
 * Builds a page with a marker after a headline, and a slow resource.
 *
 * @param {{ slow: string, loading: string, id: string }} options `loading` is an attribute of the script tag, `inline`, or `server` for
 *   a button that the server has rendered, and a module that hydrates it
 * @param {ReadonlyMap<string, import('./bundles.mjs').Bundle>} bundles
 */
export function firstButtonPage({ slow, loading, id }, bundles) {
  const scripts = /** @type {Record<string, string>} */ ({ vendor: vendorScript, least: leastScript });
  const script = scripts[id] ?? String(bundles.get(id)?.js);
  const marker = 'class="kommo_oauth" data-client-id="shop"';
  const tag =
    id === 'ours' && loading === 'server'
      ? `${renderButton({ class: 'kommo-oauth', 'client-id': 'shop' })}<script type="module" src="/candidates/hydrating.js"></script>`
      : loading === 'inline'
        ? `<script ${marker}>${script.replaceAll('</script', '<\\/script')}</script>`
        : `<script ${marker} ${ATTRIBUTES[loading] ?? loading} src="/candidates/${id}.js"></script>`;
  const button = id === 'html' ? HTML : tag;
  // As the documents advise: it reserves the place of the button.
  const style =
    id === 'ours' && loading !== 'server' ? `<style>${readFileSync('cdn/fallback.css', 'utf8')}</style>` : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
    ${style}${SLOW[slow] ?? ''}${WATCH}<h1>Shop</h1>${slow === 'image' ? '<img src="/slow.svg" width="9" height="9" alt="">' : ''}
    <p>Connect your account:</p>${button}<p>Terms apply.</p>`;
}
