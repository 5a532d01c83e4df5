import { storeItem } from './storage.js';
import { tryTo } from './platform.js';

/**
 * The name under which an attempt is known to the other windows of the origin: of its BroadcastChannel, and of its item
 * in `localStorage`, which stands there for as long as the attempt waits. Only who knows the state knows the name.
 */
export function channelName(state: string): string {
  return `crm-oauth:${state}`;
}

/**
 * Listens for what the redirect page reports when its tie to this page was cut (Cross-Origin-Opener-Policy), over
 * BroadcastChannel and over storage events: both reach the windows of this origin alone.
 */
export function listenForReport(state: string, signal: AbortSignal, onReport: (data: unknown) => void): void {
  const name = channelName(state);
  storeItem(name, 'waiting');
  addEventListener(
    'storage',
    ({ key, newValue }) => {
      if (key === name && newValue) onReport(tryTo((): unknown => JSON.parse(newValue)));
    },
    { signal },
  );
  const channel = openChannel(name);
  channel?.addEventListener('message', ({ data }) => onReport(data));
  signal.addEventListener('abort', () => {
    channel?.close();
    storeItem(name, undefined);
  });
}

/** Old browsers have no BroadcastChannel, and where cookies are blocked it throws. */
export function openChannel(name: string): BroadcastChannel | undefined {
  return tryTo(() => new BroadcastChannel(name));
}
