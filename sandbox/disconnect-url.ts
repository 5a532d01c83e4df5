import { createHmac } from 'node:crypto';
import type { Integration } from './integration.js';

/**
 * The URL that tells an integration about an account that disconnected it: `client_uuid`, `account_id` and a hex
 * HMAC-SHA256 of `client_id|account_id` under the client secret.
 */
export function disconnectUrl(integration: Integration, disconnectUri: string, accountId: number): string {
  const { clientId, clientSecret } = integration;
  const url = new URL(disconnectUri);
  url.searchParams.set('client_uuid', clientId);
  url.searchParams.set('account_id', String(accountId));
  url.searchParams.set(
    'signature',
    createHmac('sha256', clientSecret).update(`${clientId}|${accountId}`).digest('hex'),
  );
  return url.href;
}
