/** The most messages in all: attributes in user HTML must not fill the console, or the page's memory. */
const MOST = 200;
/** How much of a long message is kept at either end, in characters: names come first, remedies last. */
const END = 300;

const said = new Set<string>();

/** Writes a message to the console, once per page. */
export function sayOnce(level: 'warn' | 'error', message: string): void {
  const text = message.length > 2 * END ? `${message.slice(0, END)} … ${message.slice(-END)}` : message;
  if (said.has(text) || said.size >= MOST) return;
  said.add(text);
  console[level](`crm-oauth-button: ${text}`);
}
