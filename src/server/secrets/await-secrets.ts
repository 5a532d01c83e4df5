import { CallbackError } from '../callback-error.js';
import { digest } from '../crypto.js';
import { Client } from '../tokens/client.js';
import type { CallbackResponse } from '../tokens/read-authorization-response.js';
import type { SecretsStore } from './secrets-store.js';

/** Settings of `awaitSecrets()`. */
export interface AwaitSecretsOptions {
  readonly store: SecretsStore;
  /** The redirect URI exactly as the button sent it with the metadata. */
  readonly redirectUri: string;
  /** How long to wait, in ms. Default 10 seconds. */
  readonly timeout?: number | undefined;
}

const TIMEOUT = 10_000;
/** How often the store is searched, in ms: the delivery may reach another process than this one. */
const INTERVAL = 100;

/**
 * Gives the integration that the metadata flow has just created. Its secret comes over the webhook, before the redirect or
 * after it: if it is not there yet, this waits.
 *
 * Do not ask for a client id that you know already: that client keeps its secret. Keep the client only after
 * `exchangeCode()` has succeeded with it: until then its secret is a mere claim, since the visitor knows the state, too.
 *
 * @param response - from `readAuthorizationResponse()`, whose state is verified
 * @throws CallbackError `secrets_missing` if none come in time, or those of another integration
 */
export async function awaitSecrets(
  { state, clientId }: Pick<CallbackResponse, 'state' | 'clientId'>,
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
