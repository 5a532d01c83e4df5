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

/** Bytes of the initialization vector of AES-GCM: those that NIST SP 800-38D recommends. */
const IV = 12;

/**
 * Encrypts a text with AES-256-GCM, under a fresh initialization vector.
 *
 * @param context - what the text belongs to: `decrypt()` refuses it for anything else
 * @returns the vector and the ciphertext, as base64url
 */
export async function encrypt(key: CryptoKey, text: string, context: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const sealed = await crypto.subtle.encrypt(gcm(iv, context), key, new TextEncoder().encode(text));
  return base64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

/** Decrypts what `encrypt()` gave; rejects for any other text, key or context. */
export async function decrypt(key: CryptoKey, sealed: string, context: string): Promise<string> {
  const bytes = fromBase64(sealed);
  const algorithm = gcm(bytes.slice(0, IV), context);
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes.slice(IV)));
}

/** Imports a key of 256 bits for `encrypt()` and `decrypt()`. */
export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Decodes base64, of either alphabet (RFC 4648, sections 4 and 5). */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

function gcm(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(context) };
}
