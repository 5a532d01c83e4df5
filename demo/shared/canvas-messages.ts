import type { Settings } from '../stories/story.js';

/** A message from a canvas to the studio around it. Both have the same origin; a page in the canvas's frame may have another. */
export type CanvasMessage =
  | { readonly type: 'studio-log'; readonly entry: LogEntry }
  | { readonly type: 'studio-choose'; readonly settings: Settings };

/** A line of the event log. */
export interface LogEntry {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** An event of the element, a callback, a message that reached the page, or something that the page itself did. */
  readonly kind: 'event' | 'callback' | 'message' | 'page';
  /** Type of the event, name of the callback, origin of the message. */
  readonly name: string;
  /** Its data, without secrets: see `shorten()`. */
  readonly payload: unknown;
}

/** Names of values that nobody should read over a shoulder, or from a screenshot. */
const SECRET =
  /^(code|state|client_secret|codeVerifier|code_verifier|access_token|refresh_token|authorizationCode|jwt)$/;

/** A copy of a payload in which codes, states and secrets are cut to their beginning, those inside URLs too. */
export function shorten(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (SECRET.test(name)) return cut(value);
    return value.replace(
      /([?&](?:code|state|code_challenge|code_verifier)=)([^&#]+)/g,
      (_, start: string, secret: string) => start + cut(secret),
    );
  }
  if (Array.isArray(value)) return value.map((item) => shorten(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorten(item, key)]));
}

function cut(text: string): string {
  return text.length > 4 ? `${text.slice(0, 4)}…` : text;
}
