/** How many messages there may be: whoever writes attributes must not fill the memory of the page, or its console. */
const MOST = 200;
/** What is said of a long message, in characters from either end: names stand first, and remedies last. */
const END = 300;

const said = new Set<string>();

/** Says something in the console, once per page and text. */
export function sayOnce(level: 'warn' | 'error', message: string): void {
  const text = message.length > 2 * END ? `${message.slice(0, END)} … ${message.slice(-END)}` : message;
  if (said.has(text) || said.size >= MOST) return;
  said.add(text);
  console[level](`crm-oauth-button: ${text}`);
}
