import type { Notice } from './messages.js';

/** A message as it came in: nothing in it is known yet. */
export type Received = Readonly<Record<string, unknown>>;

/** What came in, or an empty record where it is no object. */
export function record(value: unknown): Received {
  return typeof value === 'object' && value ? (value as Received) : {};
}

/** A text that came in, or an empty one where it is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A notice that came in, or nothing where it says nothing. */
export function readNotice(value: unknown): Notice | undefined {
  const { level, message, ttl } = record(value);
  if (!text(message)) return undefined;
  return {
    level: level === 'warning' || level === 'danger' ? level : 'info',
    message: text(message),
    ttl: typeof ttl === 'number' ? ttl : 5000,
  };
}
