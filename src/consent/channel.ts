import { storeItem } from './storage.js';
import { tryTo } from './platform.js';

/**
 * Names an attempt's BroadcastChannel and its item in `localStorage`, which exists as long as the attempt waits. Only a window that
 * knows the state knows the name.
 */
export function channelName(state: string): string {
  return `crm-oauth:${state}`;
}

/**
 * Listens for the report of a redirect page whose tie to this page was cut (Cross-Origin-Opener-Policy). BroadcastChannel and
 * storage events carry it; both reach only windows of this origin.
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

/** Opens a channel. Old browsers have no BroadcastChannel, and it throws if cookies are blocked. */
export function openChannel(name: string): BroadcastChannel | undefined {
  return tryTo(() => new BroadcastChannel(name));
}
