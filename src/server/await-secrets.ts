import { CallbackError } from './callback-error.js';
import { Client } from './client.js';
import { digest } from './digest.js';
import type { AuthorizationResponse } from './read-authorization-response.js';
import type { SecretsStore } from './secrets-store.js';

/** Settings of `awaitSecrets()`. */
export interface AwaitSecretsOptions {
  readonly store: SecretsStore;
  /** The redirect URI that the button sent along with the metadata, to the character. */
  readonly redirectUri: string;
  /** How long to wait, in ms. Default 10 seconds. */
  readonly timeout?: number | undefined;
}

const TIMEOUT = 10_000;
/** Between two looks into the store, in ms: the delivery may reach another process than this one. */
const INTERVAL = 100;

/**
 * The integration that the metadata flow has just created. Its secret comes over the webhook, before the redirect or
 * after it: where it is not there yet, this waits.
 *
 * Not for a client id that is known already: such a one keeps the secret that it has. Keep the client only after
 * `exchangeCode()` has succeeded with it: until then its secret is but somebody's claim, as the visitor knows the state too.
 *
 * @param response - from `readAuthorizationResponse()`, whose state is verified
 * @throws CallbackError `secrets_missing` where none come in time, or those of another integration
 */
export async function awaitSecrets(
  { state, clientId }: Pick<AuthorizationResponse, 'state' | 'clientId'>,
  { store, redirectUri, timeout = TIMEOUT }: AwaitSecretsOptions,
): Promise<Client> {
  const key = await digest(state);
  const end = Date.now() + timeout;
  let credentials = await store.collect(key);
  while (!credentials && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
    credentials = await store.collect(key);
  }
  if (credentials?.clientId !== clientId || !credentials) {
    throw new CallbackError('secrets_missing', 'The secrets of the new integration have not arrived.');
  }
  return new Client({ ...credentials, redirectUri });
}
