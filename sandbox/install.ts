import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthorizationRequest } from './authorization-request.js';
import type { Brand } from './brand.js';
import { deliverSecrets } from './deliver-secrets.js';
import type { Store } from './store.js';

/** Milliseconds: long enough for the browser to reach the redirect URI before the secrets do. */
const LATE = 500;

/**
 * The metadata flow: creates a private integration and delivers its secrets, now or a little later, as the behaviour
 * has it. Undelivered secrets undo the installation.
 *
 * @returns the new `client_id`.
 * @throws {ConsentError} when the secrets were to be delivered first, and could not be.
 */
export async function install(request: AuthorizationRequest, brand: Brand, store: Store): Promise<string> {
  const { name, redirectUri, scopes, secretsUri = '', state } = request;
  const { clientId, clientSecret } = store.integrations.create({
    brand: brand.id,
    name,
    redirectUri,
    scopes,
  });
  const secrets = { client_id: clientId, client_secret: clientSecret, state };

  const deliver = async () => {
    try {
      await deliverSecrets(secretsUri, secrets, store.closing.signal);
      store.log(`${name}: secrets delivered to ${secretsUri}`);
    } catch (error) {
      store.integrations.delete(clientId);
      store.log(`${name}: installation aborted`);
      throw error;
    }
  };
  const deliverLate = async () => {
    await sleep(LATE, undefined, { ref: false, signal: store.closing.signal });
    await deliver();
  };

  if (store.behaviour.secretsFirst) await deliver();
  // Nobody is left to tell: the browser has its answer, and the log has the failure.
  else deliverLate().catch(() => undefined);
  return clientId;
}
