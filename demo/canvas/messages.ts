import type { Settings } from '../stories/story.js';

/** What a canvas tells the studio around it; both have the same origin. */
export type CanvasMessage =
  | { readonly type: 'studio-log'; readonly entry: LogEntry }
  | { readonly type: 'studio-choose'; readonly settings: Settings };

/** A line of the event log. */
export interface LogEntry {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** An event of the element, a callback, a message that reached the page, or what the page itself did. */
  readonly kind: 'event' | 'callback' | 'message' | 'page';
  /** Type of the event, name of the callback, origin of the message. */
  readonly name: string;
  /** What it brought, without secrets. */
  readonly payload: unknown;
}
