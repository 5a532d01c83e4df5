import { setTimeout as sleep } from 'node:timers/promises';
import { ConsentError } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import { send } from '../shared/send.js';
import type { CrmBrand } from './crm-brands.js';
import type { CrmRequest } from './crm-request.js';
import type { CrmStore } from './crm-store.js';

/** Milliseconds: long enough for the browser to reach the redirect URI before the secrets do. */
const LATE = 500;

/** Milliseconds that the integration's server has to answer. */
const TIMEOUT = 10_000;

/** The body that the metadata flow posts to `secrets_uri`. */
interface Secrets {
  client_id: string;
  client_secret: string;
  state: string | undefined;
}

/**
 * Carries out the metadata flow: creates a private integration, and delivers its secrets now or a little later, as the
 * behaviour says. When the delivery fails, the integration goes again.
 *
 * @returns the new `client_id`.
 * @throws {ConsentError} when the secrets were to be delivered first, and could not be.
 */
export async function install(
  request: CrmRequest,
  brand: CrmBrand,
  { integrations }: CrmStore,
  runtime: Runtime,
): Promise<string> {
  const { name, redirectUri, scopes, secretsUri = '', state } = request;
  const { clientId, clientSecret } = integrations.create({
    brand: brand.id,
    name,
    redirectUri,
    scopes,
  });
  const secrets = { client_id: clientId, client_secret: clientSecret, state };

  const deliver = async () => {
    try {
      await deliverSecrets(secretsUri, secrets, runtime.closing.signal);
      runtime.log(`${name}: secrets delivered to ${secretsUri}`);
    } catch (error) {
      integrations.delete(clientId);
      runtime.log(`${name}: installation aborted`);
      throw error;
    }
  };
  const deliverLate = async () => {
    await sleep(LATE, undefined, { ref: false, signal: runtime.closing.signal });
    await deliver();
  };

  if (runtime.behaviour.secretsFirst) await deliver();
  // The browser already has its answer, and the log has the failure.
  else deliverLate().catch(() => undefined);
  return clientId;
}

/**
 * Posts the secrets of a new integration to its server, which has 10 seconds to answer with exactly 200.
 *
 * @throws {ConsentError} for any other answer, and for none: the installation is to be aborted.
 */
async function deliverSecrets(secretsUri: string, secrets: Secrets, closing: AbortSignal): Promise<void> {
  const received = await post(secretsUri, secrets, closing);
  if (received === 200) return;
  const outcome =
    typeof received === 'number' ? `answered with status ${received}` : `gave no answer: ${received}`;
  const fault = {
    parameter: 'secrets_uri',
    message: `${secretsUri} ${outcome}.`,
    remedy:
      'Answer the POST with status 200. Anything else, 204 and redirects included, aborts the installation.',
  };
  throw new ConsentError([fault], 502);
}

async function post(secretsUri: string, secrets: Secrets, closing: AbortSignal): Promise<number | string> {
  try {
    return await send(secretsUri, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(secrets),
      timeout: TIMEOUT,
      closing,
    });
  } catch (error) {
    return (error as Error).message;
  }
}
