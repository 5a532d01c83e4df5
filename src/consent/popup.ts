import { hasFocus, tryTo } from './platform.js';

/** Interval between looks at an open window, in ms: no event announces its close. */
const POLL = 200;
/** How long the page may take to get its focus back after a real close, in ms. */
const FOCUS = 400;
/** How long a message may still be in flight after a close, in ms. */
const GRACE = 800;

/**
 * Opens a window in the middle of the page's own, on whichever screen that is. Call it synchronously in the click's handler.
 *
 * @returns the window; nothing if the browser refused
 */
export function openPopup(
  url: string,
  { width, height }: { readonly width: number; readonly height: number },
): Window | null | undefined {
  const left = screenX + (outerWidth - width) / 2;
  const top = screenY + (outerHeight - height) / 2;
  const features = `popup,width=${width},height=${height},left=${left},top=${top}`;
  // No name: it could reuse a window of another attempt or page.
  const popup = tryTo(() => open(url, '_blank', features));
  return popup?.closed ? undefined : popup;
}

/**
 * Watches a window until it is gone, and tells a close from a cut tie. After a real close the page gets its focus back at once. A
 * window that has only cut its tie to the page (Cross-Origin-Opener-Policy) looks closed but keeps the focus.
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
