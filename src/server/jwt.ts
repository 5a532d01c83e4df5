import { own } from '../providers/own.js';
import { fromBase64, hmac, isEqual } from './crypto.js';
import { base64url } from '../providers/encoding.js';
import { parseJson } from './json.js';

/** The parts of a JWT in compact form (RFC 7519, section 3). */
const SHAPE = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Reads the claims of a JWT without a look at its signature: of a token that the CRM itself has given, over TLS. */
export function readClaims(token: string): Record<string, unknown> {
  const [, , payload] = SHAPE.exec(token) ?? [];
  return own(decode(payload));
}

/**
 * Reads the claims of a JWT that is signed with HMAC-SHA256. No other algorithm counts, whatever the header says (RFC 8725, section
 * 3.1).
 *
 * @param secret - an empty one is no key: everybody knows it
 * @returns `undefined` for any other token
 */
export async function verifyClaims(
  token: string,
  secret: string,
): Promise<Record<string, unknown> | undefined> {
  const [, header, payload, signature = ''] = SHAPE.exec(token) ?? [];
  if (!header || !payload || !secret || own(decode(header)).alg !== 'HS256') return undefined;
  const expected = base64url(await hmac(secret, `${header}.${payload}`));
  return isEqual(signature, expected) ? own(decode(payload)) : undefined;
}

function decode(part: string | undefined): unknown {
  try {
    return parseJson(new TextDecoder().decode(fromBase64(part ?? '')));
  } catch {
    return undefined;
  }
}
