import { hasFocus, tryTo } from './platform.js';

/** How often an open window is looked at, in ms: no event tells that it was closed. */
const POLL = 200;
/** How long the page may take to get its focus back after a real close, in ms. */
const FOCUS = 400;
/** How long a result may still be in flight after a close, in ms. */
const GRACE = 800;

/**
 * Opens a window in front of the middle of the page's own, on whichever screen that is. Must be reached synchronously from the click.
 *
 * @returns the window, or nothing where the browser refused one
 */
export function openPopup(
  url: string,
  { width, height }: { readonly width: number; readonly height: number },
): Window | null | undefined {
  const left = screenX + (outerWidth - width) / 2;
  const top = screenY + (outerHeight - height) / 2;
  const features = `popup,width=${width},height=${height},left=${left},top=${top}`;
  // Never a name: the attempt's own window, not one that another attempt or page has left.
  const popup = tryTo(() => open(url, '_blank', features));
  return popup?.closed ? undefined : popup;
}

/**
 * Watches a window until it is gone, and tells how it went. On a real close the page gets its focus back at once; when
 * the window only cut its tie to the page (Cross-Origin-Opener-Policy), it looks closed but keeps the focus.
 */
export function watchPopup(
  popup: Window,
  signal: AbortSignal,
  onClosed: () => void,
  onSevered?: () => void,
): void {
  let timer: ReturnType<typeof setTimeout>;
  const later = (delay: number, task: () => void): void => {
    timer = setTimeout(task, delay);
  };
  const check = (): void => {
    if (!popup.closed) later(POLL, check);
    else later(FOCUS, () => (hasFocus() ? later(GRACE, onClosed) : onSevered?.()));
  };
  later(POLL, check);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
