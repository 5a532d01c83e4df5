import type { CanvasMessage, LogEntry } from './messages.js';
import { shorten } from './shorten.js';

/** Adds a line to the studio's event log. A canvas in a tab of its own has nobody to tell. */
export function log(kind: LogEntry['kind'], name: string, payload: unknown): void {
  tell({ type: 'studio-log', entry: { time: Date.now(), kind, name, payload: shorten(payload) } });
}

/** Tells the studio something. */
export function tell(message: CanvasMessage): void {
  if (parent !== self) parent.postMessage(message, location.origin);
}
