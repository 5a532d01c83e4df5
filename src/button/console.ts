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

/**
 * Writes an error to the console that the page's developer has to mend, once per page.
 *
 * @returns the message, for the page to show, where only the developer can see it; otherwise nothing
 */
export function tellDeveloper(message: string): string | undefined {
  sayOnce('error', message);
  return isOnThisMachine(location) ? message : undefined;
}

/** Whether a page is a file, or comes from a loopback host (RFC 6761, section 6.3; RFC 6890, section 2.2.2). */
export function isOnThisMachine({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  return protocol === 'file:' || /(^|\.)localhost$|^127(\.\d+){3}$|^\[::1]$/.test(hostname);
}
