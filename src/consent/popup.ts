/** How often an open window is looked at, in ms: no event tells that it was closed. */
const POLL = 200;
/** How long the page may take to get its focus back after a real close, in ms. */
const FOCUS = 400;
/** How long a result may still be in flight after a close, in ms. */
const GRACE = 800;

/** Where the screen begins among several, in every engine though in no standard. */
interface AvailableArea {
  readonly availLeft?: number;
  readonly availTop?: number;
}

/**
 * Opens a window in the middle of the screen that the page is on. Must be reached synchronously from the click.
 *
 * @returns the window, or `undefined` where the browser refused one
 */
export function openPopup(
  url: string,
  { width, height }: { readonly width: number; readonly height: number },
): Window | undefined {
  const { availWidth, availHeight, availLeft = 0, availTop = 0 } = screen as Screen & AvailableArea;
  const left = availLeft + (availWidth - width) / 2;
  const top = availTop + (availHeight - height) / 2;
  try {
    // Never a name: the attempt's own window, not one that another attempt or page has left.
    const popup = open(url, '_blank', `popup,width=${width},height=${height},left=${left},top=${top}`);
    return popup?.closed ? undefined : (popup ?? undefined);
  } catch {
    return undefined;
  }
}

/**
 * Watches a window until it is gone, and tells how it went. On a real close the page gets its focus back at once; when
 * the window only cut its tie to the page (Cross-Origin-Opener-Policy), it looks closed but keeps the focus.
 */
export function watchPopup(
  popup: Window,
  signal: AbortSignal,
  onClosed: () => void,
  onSevered: () => void = () => undefined,
): void {
  let timer: ReturnType<typeof setTimeout>;
  const later = (delay: number, task: () => void): void => {
    timer = setTimeout(task, delay);
  };
  const check = (): void => {
    if (!popup.closed) later(POLL, check);
    else later(FOCUS, () => (document.hasFocus() ? later(GRACE, onClosed) : onSevered()));
  };
  later(POLL, check);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
