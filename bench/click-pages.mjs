// @ts-check

/** Times of the first click, in ms: from the input to `open()`, from the first listener to it, from the answer to the event. */
const WATCH = `<script>
  window.times = new Promise((resolve) => {
    const times = {};
    const open = window.open;
    let input, start, answered;
    const isMarking = location.search === '?mark';
    addEventListener(
      'click',
      ({ timeStamp }) => {
        input = timeStamp;
        if (isMarking) performance.mark('clicked');
        start = performance.now();
      },
      true,
    );
    window.open = (...parameters) => {
      const now = performance.now();
      if (isMarking) performance.mark('opened');
      times.click = now - input;
      times.handler = now - start;
      return open(...parameters);
    };
    addEventListener('message', () => (answered = performance.now()));
    addEventListener('crm-oauth-success', (event) => {
      times.outcome = performance.now() - answered;
      event.preventDefault();
      resolve(times);
    });
  });
</script>`;

/** A page with one button: ours, or one with a listener that opens the window itself. */
export function clickPage(/** @type {string} */ id, /** @type {string} */ server) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
    ${WATCH}${id === 'ours' ? ours(server) : native(server, LISTENERS[id] ?? '')}`;
}

const ours = (/** @type {string} */ server) => `<script src="/candidates/ours.js"></script>
  <crm-oauth-button class="kommo-oauth" client-id="shop" server="${server}"></crm-oauth-button>`;

/** The code that builds the URL. */
const LISTENERS = /** @type {Record<string, string>} */ ({
  bare: "const url = server + '/oauth/?origin=' + location.origin;",
  safe: `const bytes = crypto.getRandomValues(new Uint8Array(16));
      const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const url = server + '/oauth/?' + new URLSearchParams({ client_id: 'shop', state, origin: location.href });
      const start = new CustomEvent('start', { bubbles: true, cancelable: true, detail: { url, state } });
      if (!button.dispatchEvent(start)) return;`,
});

const native = (
  /** @type {string} */ server,
  /** @type {string} */ listener,
) => `<button class="kommo-oauth" style="height: 42px">Connect</button>
  <script>
    const server = '${server}';
    const button = document.querySelector('button');
    let popup;
    button.addEventListener('click', () => {
      ${listener}
      popup = open(url, '_blank', 'popup,width=1024,height=620');
    });
    addEventListener('message', ({ data }) => {
      popup.close();
      button.dispatchEvent(Object.assign(new Event('crm-oauth-success', { bubbles: true }), data));
    });
  </script>`;
