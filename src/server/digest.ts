import { base64url } from './base64url.js';

/**
 * SHA-256 of a text, as base64url. What is looked up by its digest betrays nothing of itself by the time that the lookup
 * takes, nor to whoever reads the store.
 */
export async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url(new Uint8Array(bytes));
}
