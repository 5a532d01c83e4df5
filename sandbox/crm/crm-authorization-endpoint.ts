import type { Hono } from 'hono';
import type { ConsentContent } from '../pages/consent-page.js';
import { answerPage, type Answer } from '../pages/outcome-pages.js';
import { authorizationEndpoint, returnedState, withQuery } from '../shared/authorization-endpoint.js';
import type { Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import { accountHost, type CrmBrand } from './crm-brands.js';
import type { Scope } from './crm-integrations.js';
import { parseCrmRequest, type CrmRequest } from './crm-request.js';
import type { Account, CrmStore } from './crm-store.js';
import { integrationFinder } from './find-integration.js';
import { install } from './install-integration.js';

/** Kommo's and amoCRM's authorization endpoint. The answer goes to the opener or to the redirect URI. */
export function crmAuthorizationEndpoint(brand: CrmBrand, store: CrmStore, runtime: Runtime): Hono<Env> {
  const find = integrationFinder(brand, store, runtime);
  return authorizationEndpoint<CrmRequest, Account>(
    brand,
    {
      get accounts() {
        return store.accounts;
      },
      parse: (query, page) => parseCrmRequest(query, find, page),
      content: (request) => consentContent(request, store.accounts, brand),
      async respond(c, request, account, locale) {
        const response = await answer(request, account, brand, store, runtime);
        if (account && request.mode === 'post_message') return c.redirect(response.redirect, 303);
        return c.html(answerPage(response, request.name, request.opener ?? '', brand, locale));
      },
    },
    runtime,
  );
}

/** Writes the consent page's content for a request. */
export function consentContent(
  { scopes, ...client }: ConsentContent['client'] & { scopes: readonly Scope[] },
  accounts: readonly Account[],
  brand: Pick<CrmBrand, 'accountDomain'>,
): ConsentContent {
  return {
    client,
    permissions: scopes,
    accounts: accounts.map((account) => ({
      id: account.id,
      name: account.name,
      detail: accountHost(account, brand),
    })),
  };
}

/**
 * Carries out the decision of the person, or of the behaviour.
 *
 * @param account the account that was chosen, or `undefined` for a refusal.
 * @throws {ConsentError} in the metadata flow, when the secrets could not be delivered first.
 */
async function answer(
  request: CrmRequest,
  account: Account | undefined,
  brand: CrmBrand,
  store: CrmStore,
  runtime: Runtime,
): Promise<Answer> {
  const { name, redirectUri } = request;
  const state = returnedState(request.state, runtime);
  const registered = request.clientId && store.integrations.find(request.clientId)?.redirectUri;
  if (registered && registered !== redirectUri) {
    runtime.log(`${name}: answers the page at ${redirectUri}; ${brand.name} would answer ${registered}`);
  }
  if (!account) {
    runtime.log(`${name}: denied`);
    return denied(redirectUri, request.clientId, state);
  }
  const clientId = request.clientId ?? (await install(request, brand, store, runtime));
  const code = store.grants.issueCode({ clientId, redirectUri, accountId: account.id });
  const referer = accountHost(account, brand);
  runtime.log(`${name}: allowed for ${referer}`);
  const url = withQuery(redirectUri, { code, state, referer, client_id: clientId });
  return { redirect: url, message: { url } };
}

/** A refusal in the metadata flow has no `client_id`: no integration exists yet. */
function denied(redirectUri: string, clientId: string | undefined, state: string | undefined): Answer {
  const error = 'access_denied';
  return {
    redirect: withQuery(redirectUri, { error, client_id: clientId, state }),
    message: { ...(clientId && { client_id: clientId }), error },
  };
}
