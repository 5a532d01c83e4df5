import { Hono, type Context } from 'hono';
import { sentPath, type Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import type { VendorGrant } from './vendor.js';
import { VendorRefusal } from './vendor-refusal.js';
import type { VendorStore } from './vendor-store.js';

/**
 * The calls of a vendor's API that an access token opens: which account it is for, and, where the vendor has that, ending its own
 * grant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
export function vendorApiEndpoint({ grants, vendor }: VendorStore, runtime: Runtime): Hono<Env> {
  const app = new Hono<Env>();
  const { account, revocation } = vendor;
  const { schemes = ['Bearer'] } = account ?? {};

  const grantOf = (c: Context<Env>): VendorGrant => {
    const grant = grants.grantOf(accessToken(c.req.header('authorization'), schemes));
    if (!grant) throw new VendorRefusal('invalid_token', 'access_token');
    return grant;
  };

  app.onError((error, c) => {
    if (!(error instanceof VendorRefusal)) throw error;
    const { body, status } = error.standard;
    return c.json(body, status);
  });

  if (account) {
    app.on(account.method ?? 'GET', account.path, (c) => {
      runtime.recordCall('account', sentPath(c));
      const grant = grantOf(c);
      if (account.scope && !grant.scope.split(/[ ,]/).includes(account.scope)) {
        throw new VendorRefusal('insufficient_scope', account.scope, 'was not granted');
      }
      return c.json(account.answer(grant.account));
    });
  }

  if (revocation?.by === 'bearer') {
    app.on(revocation.method ?? 'POST', revocation.path, (c) => {
      runtime.recordCall('revocation', sentPath(c));
      const grant = grantOf(c);
      grants.revoke((each) => each === grant);
      return c.body(null, revocation.status ?? 200);
    });
  }
  return app;
}

/** The token of an `Authorization` header, if its scheme is one of these, in any case of letters; empty otherwise. */
function accessToken(header = '', schemes: readonly string[]): string {
  const [, scheme = '', token = ''] = /^(?:(\S+) +)?(\S+)$/.exec(header) ?? [];
  return schemes.some((each) => each.toLowerCase() === scheme.toLowerCase()) ? token : '';
}
