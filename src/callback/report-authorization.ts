import { channelName, openChannel } from '../consent/channel.js';
import { createReport, type ReportMessage } from '../consent/messages.js';
import { ofDocument } from '../consent/platform.js';
import { readItem, readKeptAttempt, storeItem } from '../consent/storage.js';
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
 * Reports the authorization response in this page's URL to the page with the button, and closes the window. A redirect page has
 * nothing else to do. The report goes to one exact origin, over every channel; the first to arrive counts.
 *
 * Does nothing in a window that no attempt has opened, such as the main window in `popup` mode.
 *
 * @returns whether there was a response to report
 * @throws TypeError if `targetOrigin` is not an origin
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.17
 */
export function reportAuthorization(options?: ReportOptions): boolean {
  const response = readResponseUrl();
  if (!response?.state || !isOurs(response.state)) return false;
  // First of all, so that nothing else on this page sees the code.
  history.replaceState(null, '', location.href.split('?')[0]);

  const { targetOrigin = location.href } = own(options);
  // `*`, for one, is not a URL and throws.
  const { origin } = new URL(targetOrigin);
  const report = createReport(response);
  (window.opener as Window | null)?.postMessage(report, origin);
  if (origin === location.origin) broadcast(channelName(response.state), report);

  setTimeout(() => window.close(), DELIVERY);
  setTimeout(() => {
    const text = CLOSE_ME[navigator.language.slice(0, 2)] ?? 'You can close this window.';
    ofDocument('body').append(
      Object.assign(document.createElement('p'), { role: 'status', textContent: text }),
    );
  }, STAYS);
  return true;
}

/** An attempt waits for our window, or the window has an opener. So may the main window, but that one stored its state. */
function isOurs(state: string): boolean {
  const isAwaited = readItem(channelName(state));
  return Boolean(isAwaited ?? (window.opener && readKeptAttempt()?.state !== state));
}

function broadcast(name: string, report: ReportMessage): void {
  storeItem(name, JSON.stringify(report));
  storeItem(name, undefined);
  const channel = openChannel(name);
  channel?.postMessage(report);
  channel?.close();
}
