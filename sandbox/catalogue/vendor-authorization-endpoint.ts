import type { Context, Hono } from 'hono';
import { refusedPage } from '../pages/outcome-pages.js';
import {
  authorizationEndpoint,
  returnedState,
  withQuery,
  type ServedBrand,
} from '../shared/authorization-endpoint.js';
import { ConsentError, type Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import { parseVendorRequest, type VendorRequest } from './vendor-request.js';
import type { VendorStore } from './vendor-store.js';
import { refreshRuleOf, type VendorAccount } from './vendor.js';

/**
 * A vendor's authorization endpoint. It knows nothing of openers: it answers by a redirect, or not at all.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 */
export function vendorAuthorizationEndpoint(
  brand: ServedBrand,
  store: VendorStore,
  runtime: Runtime,
): Hono<Env> {
  const { accounts, grants, vendor } = store;
  const { refusal = { error: 'access_denied' } } = vendor;
  const rule = refreshRuleOf(vendor);

  const redirect = (
    c: Context<Env>,
    { redirectUri, state }: VendorRequest,
    answer: Readonly<Record<string, string>>,
  ) => c.redirect(withQuery(redirectUri, { ...answer, state: returnedState(state, runtime) }), 302);

  return authorizationEndpoint<VendorRequest, VendorAccount>(
    brand,
    {
      accounts,
      parse: (query, page) => parseVendorRequest(query, store, page),
      refuse(c, request) {
        const { fault } = request;
        if (!fault) return undefined;
        if (refusal !== 'page') return redirect(c, request, fault);
        throw new ConsentError([{ message: fault.error_description, remedy: 'Correct the request.' }]);
      },
      content: ({ client }) => ({
        client,
        permissions: ['crm'],
        accounts: accounts.map(({ id, name, host = id }) => ({ id, name, detail: host })),
      }),
      respond(c, request, account) {
        const { challenge, client, redirectUri, scope } = request;
        runtime.log(`${client.name}: ${account ? `allowed for ${account.name}` : 'denied'}`);
        if (redirectUri !== client.redirectUri) {
          runtime.log(`${client.name}: answers ${redirectUri}; ${brand.name} would refuse it`);
        }
        if (!account) {
          return refusal === 'page' ? c.html(refusedPage(client.name, brand)) : redirect(c, request, refusal);
        }
        const { clientId } = client;
        const hadOne = grants.hasHadRefreshToken({ clientId, account });
        const isOffline = rule !== undefined && (rule.isGiven?.(request.query, hadOne) ?? true);
        const code = grants.issueCode({ clientId, account, scope, redirectUri, challenge, isOffline });
        return redirect(c, request, { code, ...vendor.response?.(account, store.at) });
      },
    },
    runtime,
  );
}
