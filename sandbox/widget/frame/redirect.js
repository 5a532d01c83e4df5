// @ts-check
/* The redirect page that comes with the widget: hands its own URL to the opener, if that is the widget. */
/** @type {unknown} */
const opener = window.opener;
const host = /** @type {Window | null} */ (opener);
if (host) {
  host.postMessage({ callbackUri: window.location.href }, window.location.origin);
  window.close();
}
