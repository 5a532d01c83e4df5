import { createReport, type RedirectMessage, type RefusalMessage } from '../consent/messages.js';

/** Parameters of the authorization response (RFC 6749, section 4.1.2), such as `code`, `referer` and `iss`. */
export type ResponseParameters = Readonly<Record<string, string>>;

/** What a visitor would do in the consent window that is not there. */
export interface FakeConsent {
  /** URLs of the consent pages that were asked for, oldest first, those of blocked windows included. */
  readonly urls: readonly URL[];
  /** Whether the last window is open. */
  readonly isOpen: boolean;
  /**
   * The visitor allows. The answer takes the way that the attempt asked for: in the CRMs' `popup` mode the consent page
   * hands over the URL of the redirect page, else the redirect page reports.
   *
   * @param parameters - default: the code `fake-code`, and the attempt's own state
   * @throws Error where no window is open
   */
  allow(parameters?: ResponseParameters): void;
  /**
   * The visitor or the provider refuses.
   *
   * @param error - default `access_denied`
   * @throws Error where no window is open
   */
  deny(error?: string): void;
  /** The redirect page posts something of its own, as it may in `post_message` mode. */
  post(data: unknown): void;
  /** The visitor closes the window. The attempt notices after 1.4 s, as it would in earnest. */
  close(): void;
  /** The browser blocks the windows that are asked for from now on. */
  block(): void;
  /** Closes the window and brings `window.open()` back. */
  restore(): void;
}

/**
 * Takes the consent window's place in the tests of a page: `window.open()` gives a window that is not there, be it in a
 * browser, in jsdom or in happy-dom. All else is in earnest: an answer has to pass the checks that a real one has to.
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

  globalThis.open = (url = '') => {
    urls.push(new URL(url, location.href));
    popup = isBlocked ? undefined : createFakeWindow();
    return (popup ?? null) as Window | null;
  };
  // The page has the focus again when the window is closed; in a test it may never have had it.
  // In happy-dom it is inherited.
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

/** A window that is not there, as far as an attempt looks at it. */
interface FakeWindow {
  closed: boolean;
  close(): void;
  focus(): void;
  /** Posts to the page as a document of this origin in the window would. */
  say(data: unknown, origin: string): void;
}

/** Makes a window that is open, and shows nothing. */
function createFakeWindow(): FakeWindow {
  const source: FakeWindow = {
    closed: false,
    close() {
      source.closed = true;
    },
    focus: () => undefined,
    say(data, origin) {
      // Not a MessageEvent: browsers take no made-up source for one.
      dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
    },
  };
  return source;
}
