import type { Context } from 'hono';
import { queryOf, type Env } from '../shared/requests.js';
import { VendorRefusal } from './vendor-refusal.js';
import { authenticationOf } from './client-authentication.js';
import type { Vendor } from './vendor.js';

/** How clients call a vendor's token endpoint. */
export function tokenMethodOf(vendor: Vendor): 'GET' | 'POST' {
  return authenticationOf(vendor).includes('query') ? 'GET' : 'POST';
}

/**
 * Reads the parameters of a client's request, from where the vendor takes them, in the one form that it takes.
 *
 * @throws {VendorRefusal} for a body of another form
 */
export async function readParameters(c: Context<Env>, vendor: Vendor): Promise<URLSearchParams> {
  if (c.req.method === 'GET') return queryOf(c);
  const type = (c.req.header('content-type') ?? '').replace(/;.*/s, '').toLowerCase();
  const body = await c.req.text();
  if (vendor.encoding !== 'json') {
    if (type === 'application/x-www-form-urlencoded') return new URLSearchParams(body);
    throw new VendorRefusal('invalid_request', 'content-type', 'must be application/x-www-form-urlencoded');
  }
  if (type !== 'application/json') {
    throw new VendorRefusal('invalid_request', 'content-type', 'must be application/json');
  }
  try {
    const fields = Object.entries(JSON.parse(body) as Record<string, unknown>);
    return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
  } catch {
    throw new VendorRefusal('invalid_request', 'body', 'is not a JSON object');
  }
}
