// @ts-check

/** Times of the first click, in ms: from the input to `open()`, from the first listener to it, from the answer to the event. */
const WATCH = `<script>
  window.times = new Promise((resolve) => {
    const times = {};
    const open = window.open;
    let input, start, answered;
    addEventListener(
      'click',
      ({ timeStamp }) => {
        input = timeStamp;
        start = performance.now();
      },
      true,
    );
    window.open = (...parameters) => {
      const now = performance.now();
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

/** A page with one button, ours or one with a bare listener. */
export function clickPage(/** @type {string} */ id, /** @type {string} */ server) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
    ${WATCH}${id === 'ours' ? ours(server) : bare(server)}`;
}

const ours = (/** @type {string} */ server) => `<script src="/candidates/ours.js"></script>
  <crm-oauth-button class="kommo-oauth" client-id="shop" server="${server}"></crm-oauth-button>`;

const bare = (
  /** @type {string} */ server,
) => `<button class="kommo-oauth" style="height: 42px">Connect</button>
  <script>
    const button = document.querySelector('button');
    let popup;
    button.addEventListener('click', () => {
      popup = open('${server}/oauth/?origin=' + location.origin, '_blank', 'popup,width=1024,height=620');
    });
    addEventListener('message', ({ data }) => {
      popup.close();
      button.dispatchEvent(Object.assign(new Event('crm-oauth-success', { bubbles: true }), data));
    });
  </script>`;
