import { waitUntil } from '@open-wc/testing';

/** Waits for a condition, however slow the machine is. */
export function until(isTrue: () => unknown): Promise<void> {
  return waitUntil(isTrue, undefined, { timeout: 30_000, interval: 20 });
}

/** Waits until a window has handled all messages posted to it so far. */
export function settled(window: Window): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const onMessage = ({ ports }: MessageEvent): void => {
      if (!ports.length) return;
      window.removeEventListener('message', onMessage);
      resolve();
    };
    window.addEventListener('message', onMessage);
    window.postMessage({ test: 'settled' }, location.origin, [port2]);
    port1.close();
  });
}
