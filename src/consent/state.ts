/** A new state: 128 random bits as 32 hexadecimal digits (RFC 6749, section 10.12; RFC 9700, section 4.7). */
export function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
