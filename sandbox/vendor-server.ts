import type { AuthorizationServer } from './authorization-server.js';
import { redirectSnippet } from './pages/button-snippet.js';
import { authenticationOf } from './catalogue/client-authentication.js';
import { tokenMethodOf } from './catalogue/request-parameters.js';
import { vendorApiEndpoint } from './catalogue/vendor-api-endpoint.js';
import { vendorAuthorizationEndpoint } from './catalogue/vendor-authorization-endpoint.js';
import { vendorBrand } from './catalogue/vendor-brand.js';
import { vendorTokenEndpoint } from './catalogue/vendor-token-endpoint.js';
import type { Vendor } from './catalogue/vendor.js';

/** The challenge of the example in RFC 7636, appendix B. */
const EXAMPLE_CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** A CRM of the catalogue, as its row describes it. */
export function vendorServer(id: string, vendor: Vendor): AuthorizationServer {
  const { account, attributes = [], authorizationPath, revocation, tokenPath } = vendor;
  const brand = vendorBrand(id, vendor);
  const tokenMethod = tokenMethodOf(vendor);
  const { scopes } = vendor;
  const query = {
    response_type: 'code',
    ...(scopes === 'required' && { scope: 'example' }),
    ...(vendor.pkce === 'must' && { code_challenge: EXAMPLE_CHALLENGE, code_challenge_method: 'S256' }),
  };
  return {
    brand,
    needsSecret: !authenticationOf(vendor).includes('none'),
    hasDisconnectHook: false,
    openPaths: [],
    endpoints: [
      [authorizationPath, `GET: ${brand.name}’s consent page`],
      [
        tokenPath,
        `${tokenMethod}: tokens for a code${vendor.refresh === 'none' ? '' : ' or a refresh token'}`,
      ],
      ...(account
        ? [[account.path, `${account.method ?? 'GET'}: the account behind an access token`] as const]
        : []),
      ...(revocation ? [[revocation.path, `${revocation.method ?? 'POST'}: ends a grant`] as const] : []),
    ],
    serve: ({ catalogue, runtime }) => {
      const store = catalogue.of(id);
      return [
        vendorAuthorizationEndpoint(brand, store, runtime),
        vendorTokenEndpoint(store, runtime),
        vendorApiEndpoint(store, runtime),
      ];
    },
    register: ({ clientId, clientSecret, name, redirectUri }) => ({
      clients: [{ provider: id, clientId, name, redirectUri, ...(clientSecret && { clientSecret }) }],
    }),
    snippets: (origin) => [
      redirectSnippet(
        brand,
        origin,
        attributes,
        authorizationPath.replace(':tenant', 'organizations'),
        query,
      ),
    ],
  };
}
