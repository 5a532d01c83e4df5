/** A code verifier, which the client keeps for the token request, and its challenge, which it sends ahead. */
export interface PkcePair {
  readonly codeVerifier: string;
  readonly codeChallenge: string;
}

/** The pair of the next attempt, whichever request that is of. */
let next: PkcePair | undefined;
let preparing: Promise<void> | undefined;

/**
 * Prepares the pair of the next attempt, unless it is there or on its way: the digest takes time, and a click must reach
 * its window at once.
 *
 * @returns a promise that is fulfilled once the pair is there, or cannot be had; it never rejects
 */
export function preparePair(): Promise<void> {
  preparing ??= createPair().then(
    (pair) => {
      next = pair;
    },
    () => undefined,
  );
  return preparing;
}

/**
 * Gives a pair that nobody else gets, and prepares the one after it.
 *
 * @throws TypeError where no pair is ready yet
 * @throws Error where the page cannot compute one
 */
export function takePair(): PkcePair {
  const pair = next;
  if (!pair) {
    // Pages without https have none.
    throw (crypto as Partial<Crypto>).subtle
      ? new TypeError('No PKCE verifier is ready: make the request before the click, or await request.ready.')
      : new Error('PKCE needs crypto.subtle: serve the page over https, or from localhost.');
  }
  next = preparing = undefined;
  void preparePair();
  return pair;
}

/**
 * The challenge to a verifier, method S256.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
export async function codeChallenge(codeVerifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return base64url(new Uint8Array(digest));
}

/** The verifier has 256 random bits in 43 characters (RFC 7636, section 4.1). */
async function createPair(): Promise<PkcePair> {
  const codeVerifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  return { codeVerifier, codeChallenge: await codeChallenge(codeVerifier) };
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
