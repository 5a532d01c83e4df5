import type { Account } from './account.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { allowed, denied, type AuthorizationResponse } from './authorization-response.js';
import type { Brand } from './brand.js';
import { install } from './install.js';
import { returnedState } from './returned-state.js';
import type { Store } from './store.js';

/**
 * Carries out what the person, or the behaviour, decided.
 *
 * @param account the account that was chosen, or `undefined` for a refusal.
 * @throws {ConsentError} in the metadata flow, when the secrets could not be delivered first.
 */
export async function answerRequest(
  request: AuthorizationRequest,
  account: Account | undefined,
  brand: Brand,
  store: Store,
): Promise<AuthorizationResponse> {
  const answered = { ...request, state: returnedState(request.state, store) };
  if (!account) {
    store.log(`${request.name}: denied`);
    return denied(answered);
  }
  const clientId = request.clientId ?? (await install(request, brand, store));
  const code = store.grants.issueCode({ clientId, redirectUri: request.redirectUri, accountId: account.id });
  const referer = `${account.subdomain}.${brand.accountDomain}`;
  store.log(`${request.name}: allowed for ${referer}`);
  return allowed({ ...answered, clientId }, code, referer);
}
