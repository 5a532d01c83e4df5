import { base64url } from './encoding.js';

/** A code verifier, kept for the token request, and the challenge that is sent ahead of it. */
export interface PkcePair {
  readonly codeVerifier: string;
  readonly codeChallenge: string;
}

/** The pair for the next attempt, of whichever request. */
let next: PkcePair | undefined;
let preparing: Promise<void> | undefined;

/**
 * Prepares the pair for the next attempt, unless there is one or it is on its way. The digest is asynchronous, and a click must
 * open its window at once.
 *
 * @returns a promise that fulfils once the pair is ready, or cannot be made; it never rejects
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
 * Hands out a pair, to one caller only, and prepares the next.
 *
 * @throws TypeError if no pair is ready yet
 * @throws Error if the page cannot compute one
 */
export function takePair(): PkcePair {
  const pair = next;
  if (!pair) {
    // Insecure contexts lack it.
    throw (crypto as Partial<Crypto>).subtle
      ? new TypeError('No PKCE verifier is ready: make the request before the click, or await request.ready.')
      : new Error('PKCE needs crypto.subtle: serve the page over https, or from localhost.');
  }
  next = preparing = undefined;
  void preparePair();
  return pair;
}

/**
 * The challenge for a verifier, by the method S256.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
export async function codeChallenge(codeVerifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return base64url(new Uint8Array(digest));
}

/** Whether this has the form of a challenge by S256: 256 bits in 43 characters (RFC 7636, section 4.2). */
export function isChallenge(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/.test(value);
}

/** The verifier has 256 random bits in 43 characters (RFC 7636, section 4.1). */
async function createPair(): Promise<PkcePair> {
  const codeVerifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  return { codeVerifier, codeChallenge: await codeChallenge(codeVerifier) };
}
