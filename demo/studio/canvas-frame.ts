import { canvasPage, formatAddress, isCanvas, type Address } from '../shared/address.js';
import { shorten } from '../shared/canvas-messages.js';
import { otherOriginOf } from '../shared/place.js';

/** How high the canvas may get, in CSS pixels. */
const LIMITS = [264, 760] as const;

/** Listeners to the frame. */
export interface CanvasFrameListeners {
  /** The page in it went somewhere else, or came back: then without a path. */
  readonly onAway: (path: string | undefined, url: string) => void;
}

/** The frame in which the stories live. It outlives them: each is a page of its own in it. */
export class CanvasFrame {
  readonly element = Object.assign(document.createElement('iframe'), { title: 'Canvas' });
  #url = '';
  #observer: ResizeObserver | undefined;

  constructor({ onAway }: CanvasFrameListeners) {
    this.element.addEventListener('load', () => {
      this.#follow();
      const { path, url } = this.#where();
      onAway(isCanvas(path) ? undefined : path, url);
    });
  }

  /** Shows a story. A change of settings alone reaches the page by its address; it is not loaded anew. */
  show(address: Address): void {
    const url = new URL(canvasPage(address) + formatAddress(address), location.href).href;
    if (url === this.#url) return;
    if (this.element.contentWindow && this.#url) this.element.contentWindow.location.replace(url);
    else this.element.src = url;
    this.#url = url;
  }

  /** Begins the story afresh, wherever its page has gone. */
  reload(): void {
    const { contentWindow } = this.element;
    const { path, url } = this.#where();
    if (path && url.split('#')[0] === this.#url.split('#')[0]) contentWindow?.location.reload();
    else contentWindow?.location.replace(this.#url);
  }

  /** Whether a message comes from the canvas, or from the page of ours in its frame. */
  isFromCanvas(source: MessageEventSource | null, origin: string): boolean {
    const { contentWindow: canvas } = this.element;
    if (!canvas || !source) return false;
    if (source === canvas) return origin === location.origin;
    return origin === otherOriginOf(location.origin) && (source as Window).parent === canvas;
  }

  #where(): { path: string; url: string } {
    try {
      const { pathname = '', href = '' } = this.element.contentWindow?.location ?? {};
      return { path: pathname, url: String(shorten(href)) };
    } catch {
      // An error page of the browser's own.
      return { path: 'a page that does not load', url: '' };
    }
  }

  /** Keeps the frame as high as its content. */
  #follow(): void {
    this.#observer?.disconnect();
    const main = this.element.contentDocument?.querySelector('main');
    const View = this.element.contentWindow as (Window & typeof globalThis) | null;
    if (!main || !View) return;
    // A result page leaves its header out.
    main.ownerDocument.documentElement.dataset.framed = '';
    this.#observer = new View.ResizeObserver(() => {
      const { bottom } = main.getBoundingClientRect();
      const [least, most] = LIMITS;
      const height = Math.ceil(bottom + View.scrollY + parseFloat(View.getComputedStyle(main).marginBottom));
      this.element.height = String(Math.min(Math.max(height, least), most));
    });
    this.#observer.observe(main);
  }
}
