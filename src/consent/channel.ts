/**
 * The name under which one attempt is known to the other windows of the origin: of its BroadcastChannel, and of its item
 * in `localStorage`, which stands there for as long as the attempt waits. Only who knows the state knows the name.
 */
export function channelName(state: string): string {
  return `crm-oauth:${state}`;
}

/**
 * Listens for what the redirect page reports when its tie to this page was cut (Cross-Origin-Opener-Policy), over
 * BroadcastChannel and over storage events: both reach just the windows of this origin.
 */
export function listenForReport(state: string, signal: AbortSignal, onReport: (data: unknown) => void): void {
  const name = channelName(state);
  try {
    localStorage.setItem(name, '');
    signal.addEventListener('abort', () => localStorage.removeItem(name));
  } catch {
    // No storage in this place: the redirect page then goes by its opener, or by BroadcastChannel.
  }
  addEventListener(
    'storage',
    ({ key, newValue }) => {
      if (key === name && newValue) onReport(parse(newValue));
    },
    { signal },
  );
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => onReport(data);
  signal.addEventListener('abort', () => channel.close());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
