import { isEqual } from '../../src/server/crypto.js';
import type { VendorClients } from './vendor-clients.js';
import type { TokenClient } from './vendor-grants.js';
import { VendorRefusal } from './vendor-refusal.js';
import type { Authentication, Vendor } from './vendor.js';

/** Default of a vendor: every way of the standard. */
const STANDARD: readonly Authentication[] = ['basic', 'body', 'none'];

/** The ways in which a vendor's clients may authenticate. */
export function authenticationOf({ authentication = STANDARD }: Vendor): readonly Authentication[] {
  return authentication;
}

/**
 * Finds out which client asks, and whether it has proved it. Credentials in a place where the vendor does not look count as absent.
 *
 * @param params of the body, or of the query of a GET
 * @throws {VendorRefusal} when they are missing or wrong
 */
export function authenticate(
  vendor: Vendor,
  clients: VendorClients,
  params: URLSearchParams,
  authorization: string | undefined,
): TokenClient {
  const methods = authenticationOf(vendor);
  const basic = methods.includes('basic') ? readBasic(authorization) : undefined;
  // A public client names itself in the body.
  const takesParams = ['body', 'query', 'none'].some((method) => methods.includes(method as Authentication));
  const [clientId, secret] = basic ?? [
    takesParams ? params.get('client_id') : undefined,
    takesParams ? params.get('client_secret') : undefined,
  ];
  const client = clientId ? clients.find(clientId) : undefined;
  if (!clientId || !client) throw new VendorRefusal('invalid_client', 'client');
  const isPublic = client.clientSecret === undefined || clients.isAdHoc(clientId);
  if (!secret && isPublic && methods.includes('none')) return { clientId, isAuthenticated: false };
  if (!secret || client.clientSecret === undefined || !isEqual(client.clientSecret, secret)) {
    throw new VendorRefusal('invalid_client', 'client');
  }
  return { clientId, isAuthenticated: true };
}

function readBasic(authorization = ''): readonly [string, string] | undefined {
  const [, credentials] = /^Basic (.+)$/i.exec(authorization) ?? [];
  if (!credentials) return undefined;
  const [, id = '', secret = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
  const decode = (text: string) => new URLSearchParams(`=${text.replaceAll('&', '%26')}`).get('') ?? '';
  return [decode(id), decode(secret)];
}
