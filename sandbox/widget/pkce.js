// @ts-check
/**
 * A fresh verifier and its S256 challenge.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4
 * @returns {Promise<{ verifier: string, challenge: string }>}
 */
export async function createPkce() {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)) };
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
