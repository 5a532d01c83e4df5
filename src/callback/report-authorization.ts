import { channelName, openChannel } from '../consent/channel.js';
import { handOver } from '../consent/handoff.js';
import { findTransaction, forgetTransaction, type KeptTransaction } from '../consent/kept-transactions.js';
import { createReport, type ReportMessage } from '../consent/messages.js';
import { ofDocument } from '../consent/platform.js';
import { readItem, storeItem } from '../consent/storage.js';
import { own } from '../providers/own.js';
import { readResponseUrl } from './response-url.js';

/** Options of `reportAuthorization()`. */
export interface ReportOptions {
  /** Origin of the page with the button. Default: this page's own. */
  targetOrigin?: string | undefined;
}

/** How long the report may take before the window closes, in ms. */
const DELIVERY = 100;
/** When a window that did not close says so, in ms. */
const STAYS = 300;

const CLOSE_ME: Readonly<Record<string, string>> = {
  es: 'Puedes cerrar esta ventana.',
  id: 'Anda dapat menutup jendela ini.',
  pt: 'Você pode fechar esta janela.',
  ru: 'Это окно можно закрыть.',
};

/**
 * Brings the authorization response in this page's URL to the page with the button. A redirect page has nothing else to do.
 *
 * In a window it reports to one exact origin, over every channel, of which the first to arrive counts, and closes the window.
 * After a redirect it goes on to the URL to come back to, where the button or `completeAuthorization()` takes the response. It does
 * nothing where neither waits for it, such as in the main window in `popup` mode.
 *
 * @returns whether there was a response to report
 * @throws TypeError if `targetOrigin` is not an origin
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.17
 */
export function reportAuthorization(options?: ReportOptions): boolean {
  const response = readResponseUrl();
  if (!response?.state) return false;
  const { state } = response;
  const url = location.href;
  const isAwaited = readItem(channelName(state));
  const kept = findTransaction(state);
  const returnTo = !isAwaited && kept?.returnTo;
  // An attempt waits for our window, or the window has an opener. So may the main window, but that one has kept its state.
  if (!returnTo && !(isAwaited ?? (window.opener && !kept))) return false;
  // First of all, so that nothing else on this page sees the code.
  history.replaceState(null, '', url.split('?')[0]);
  if (returnTo) goBack(returnTo, kept, url);
  else report(createReport(response, location.href), state, options);
  return true;
}

function goBack(returnTo: string, kept: KeptTransaction, url: string): void {
  forgetTransaction(kept.state);
  // Not before: a button on this very page must not take it.
  addEventListener('pagehide', () => handOver(kept, url));
  const here = location.href;
  location.replace(returnTo);
  // Another fragment alone is no other page.
  if (returnTo.split('#')[0] === here) location.reload();
}

function report(message: ReportMessage, state: string, options: ReportOptions | undefined): void {
  const { targetOrigin = location.href } = own(options);
  // `*`, for one, is not a URL and throws.
  const { origin } = new URL(targetOrigin);
  (window.opener as Window | null)?.postMessage(message, origin);
  if (origin === location.origin) broadcast(channelName(state), message);

  setTimeout(() => window.close(), DELIVERY);
  setTimeout(() => {
    const text = CLOSE_ME[navigator.language.slice(0, 2)] ?? 'You can close this window.';
    ofDocument('body').append(
      Object.assign(document.createElement('p'), { role: 'status', textContent: text }),
    );
  }, STAYS);
}

function broadcast(name: string, report: ReportMessage): void {
  storeItem(name, JSON.stringify(report));
  storeItem(name, undefined);
  const channel = openChannel(name);
  channel?.postMessage(report);
  channel?.close();
}
