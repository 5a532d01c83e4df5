import { base64url } from './base64url.js';

/** 128 random bits as 22 characters that need no escaping in a URL or a cookie. */
export function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}
