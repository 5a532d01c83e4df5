// @ts-check
/* The redirect page that comes with the widget: hands its own URL to the opener, whoever that is. */
/** @type {unknown} */
const opener = window.opener;
const host = /** @type {Window | null} */ (opener);
if (host) {
  host.postMessage({ callbackUri: window.location.href }, '*');
  window.close();
}
