// @ts-check
/** What every candidate is told: the same CRM, the same client, a secret of the same length. */

/** The secret is the one that the sandbox gives a client which nobody has registered. */
export const CLIENT = { id: 'shop', secret: 'sandbox-secret' };

export const ORIGIN = 'https://shop.example';

/** Signs and encrypts cookies. */
export const KEY = 'a-secret-of-thirty-two-characters';

/** @param {string} crm base URL of the sandbox, or of what stands in for it */
export const endpoints = (crm) => ({
  authorization: `${crm}/pipedrive/oauth/authorize`,
  token: `${crm}/pipedrive/oauth/token`,
  account: `${crm}/pipedrive/v1/users/me`,
});
