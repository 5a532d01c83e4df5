import { withQuery } from '../shared/authorization-endpoint.js';
import type { Runtime } from '../shared/runtime.js';
import { send } from '../shared/send.js';
import type { CrmStore } from './crm-store.js';

/** Milliseconds that the integration's server has to answer. */
const TIMEOUT = 3_000;

/**
 * Installs an integration's widget in an account, as an administrator does inside the CRM. The CRM's server sends the code to the
 * redirect URI: once, without a `state`, and without anything else that would prove who sends it.
 *
 * @returns the status with which the redirect URI answered
 * @throws {RangeError} when there is no such integration, or no such account
 * @throws {Error} when the redirect URI cannot be reached, or does not answer within 3 seconds
 * @see https://developers.kommo.com/docs/authorization-public
 */
export async function installWidget(
  clientId: string,
  accountId: number,
  store: CrmStore,
  runtime: Runtime,
): Promise<number> {
  const { integration, host } = store.installation(clientId, accountId);
  const { name, redirectUri } = integration;
  const code = store.grants.issueCode({ clientId, redirectUri, accountId });
  const url = withQuery(redirectUri, { code, referer: host, client_id: clientId, from_widget: '1' });
  try {
    const status = await send(url, { timeout: TIMEOUT, closing: runtime.closing.signal });
    runtime.log(`${name}: widget installed in ${host}, ${redirectUri} answered ${status}`);
    return status;
  } catch (error) {
    const { message } = error as Error;
    runtime.log(`${name}: widget installed in ${host}, ${redirectUri} did not take the code: ${message}`);
    throw new Error(`${redirectUri} did not take the code: ${message}.`, { cause: error });
  }
}
