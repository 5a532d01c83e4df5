import { createReport, type RedirectMessage, type RefusalMessage } from '../consent/messages.js';

/** Parameters of the authorization response (RFC 6749, section 4.1.2), such as `code`, `referer` and `iss`. */
export type ResponseParameters = Readonly<Record<string, string>>;

/** The visitor's side of the fake consent window. */
export interface FakeConsent {
  /** URLs of the consent pages so far, oldest first, those of blocked windows included. */
  readonly urls: readonly URL[];
  /** Whether the last window is open. */
  readonly isOpen: boolean;
  /**
   * The visitor allows. The response comes as the attempt asked for it: in the CRMs' `popup` mode the consent page hands over
   * the URL of the redirect page, otherwise the redirect page reports.
   *
   * @param parameters - default: the code `fake-code`, and the attempt's own state
   * @throws Error if no window is open
   */
  allow(parameters?: ResponseParameters): void;
  /**
   * The visitor or the provider refuses.
   *
   * @param error - default `access_denied`
   * @throws Error if no window is open
   */
  deny(error?: string): void;
  /** The redirect page posts data of its own, as it may in `post_message` mode. */
  post(data: unknown): void;
  /** The visitor closes the window. The attempt notices after 1.4 s, as it would with a real one. */
  close(): void;
  /** The browser blocks every window from now on. */
  block(): void;
  /** Closes the window and restores `window.open()`. */
  restore(): void;
}

/**
 * Replaces the consent window in the tests of a page: `window.open()` gives a fake window, in a browser, jsdom or happy-dom.
 * Everything else is real: a response has to pass the checks that any response has to pass.
 *
 * @example
 * ```ts
 * const consent = fakeConsent();
 * button.click();
 * consent.allow({ code: 'abc' });
 * // … expect what the page does with the code
 * consent.restore();
 * ```
 * @param options.redirectUri - where the provider sends the browser. Default: as the attempt's URL says, or `/callback`
 */
export function fakeConsent(options: { redirectUri?: string } = {}): FakeConsent {
  const { open } = globalThis;
  const urls: URL[] = [];
  let popup: FakeWindow | undefined;
  let isBlocked = false;

  const visit = (url: string | URL): unknown =>
    url !== 'about:blank' && urls.push(new URL(url, location.href));
  globalThis.open = (url = '') => {
    visit(url);
    popup = isBlocked ? undefined : createFakeWindow(visit);
    return (popup ?? null) as Window | null;
  };
  // A page has the focus again when the window closes, but a page under test may never have it.
  // happy-dom inherits `hasFocus`.
  const hasFocus = Object.getOwnPropertyDescriptor(Document.prototype, 'hasFocus');
  Object.defineProperty(Document.prototype, 'hasFocus', {
    configurable: true,
    ...hasFocus,
    value: () => true,
  });

  const attempt = (): { popup: FakeWindow; consent: URL; redirect: URL } => {
    const consent = urls.at(-1);
    if (!consent || !popup || popup.closed) throw new Error('fakeConsent: no window is open.');
    const redirect = consent.searchParams.get('redirect_uri') ?? options.redirectUri ?? '/callback';
    return { popup, consent, redirect: new URL(redirect, location.href) };
  };

  const answer = (parameters: ResponseParameters): void => {
    const { popup, consent, redirect } = attempt();
    const { state = '', client_id: clientId, mode } = Object.fromEntries(consent.searchParams);
    const response: ResponseParameters = { state, ...parameters };
    if (mode && response.error) {
      const refusal: RefusalMessage = { ...(clientId && { client_id: clientId }), error: response.error };
      popup.say(refusal, consent.origin);
    } else if (mode === 'popup') {
      for (const [name, value] of Object.entries(response)) redirect.searchParams.set(name, value);
      const handedOver: RedirectMessage = { url: redirect.href };
      popup.say(handedOver, consent.origin);
    } else {
      popup.say(createReport(response), redirect.origin);
    }
  };

  return {
    urls,
    get isOpen() {
      return popup?.closed === false;
    },
    allow: (parameters) => answer({ code: 'fake-code', ...parameters }),
    deny: (error = 'access_denied') => answer({ error }),
    post(data) {
      const { popup, redirect } = attempt();
      popup.say(data, redirect.origin);
    },
    close: () => popup?.close(),
    block() {
      isBlocked = true;
    },
    restore() {
      popup?.close();
      globalThis.open = open;
      if (hasFocus) Object.defineProperty(Document.prototype, 'hasFocus', hasFocus);
      else Reflect.deleteProperty(Document.prototype, 'hasFocus');
    },
  };
}

/** As much of a window as an attempt looks at. */
interface FakeWindow {
  closed: boolean;
  readonly location: { readonly replace: (url: string) => void };
  close(): void;
  focus(): void;
  /** Posts to the page as a document of this origin in the window would. */
  say(data: unknown, origin: string): void;
}

/** Makes a fake window that is open. */
function createFakeWindow(visit: (url: string) => unknown): FakeWindow {
  const source: FakeWindow = {
    closed: false,
    location: { replace: (url) => void visit(url) },
    close() {
      source.closed = true;
    },
    focus: () => undefined,
    say(data, origin) {
      // Not a MessageEvent: its constructor accepts no fake source.
      dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
    },
  };
  return source;
}
