const said = new Set<string>();

/** Says something in the console, once per page and text. */
export function sayOnce(level: 'warn' | 'error', message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console[level](`crm-oauth-button: ${message}`);
}
