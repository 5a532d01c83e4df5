import { base64url } from '../providers/encoding.js';

/**
 * SHA-256 of a text, as base64url. Stores are searched by digest, so neither the time of a lookup nor the store itself gives
 * the text away.
 */
export async function digest(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/**
 * HMAC-SHA256 of a text under a key (RFC 2104).
 *
 * @param key - a text stands for its UTF-8 bytes
 */
export async function hmac(key: string | Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array> {
  const bytes = typeof key === 'string' ? new TextEncoder().encode(key) : key;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
}

/** Gives 128 random bits as 22 characters that need no escaping in a URL or a cookie. */
export function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** Compares two texts in a time that depends only on their lengths. */
export function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
