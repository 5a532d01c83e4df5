import { ConsentError } from './consent-error.js';

const TIMEOUT = 10_000;

/** What the metadata flow delivers to `secrets_uri`. */
export interface Secrets {
  client_id: string;
  client_secret: string;
  state: string | undefined;
}

/**
 * Posts the secrets of a new integration to its server, which has 10 seconds to answer with exactly 200.
 *
 * @throws {ConsentError} for any other answer, and for none: the installation is to be aborted.
 */
export async function deliverSecrets(
  secretsUri: string,
  secrets: Secrets,
  closing: AbortSignal,
): Promise<void> {
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
    const response = await fetch(secretsUri, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(secrets),
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const { cause, message } = error as Error;
    // Node hides the reason (ECONNREFUSED, …) behind “fetch failed”.
    return cause instanceof Error && cause.message ? cause.message : message;
  }
}
