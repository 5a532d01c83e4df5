import { send } from '../http.js';
import type { Client } from './client.js';
import { urlAt } from './hosts.js';

/** Settings of a request to a CRM. */
export interface TokenRequestOptions {
  /** How long one request may take, in ms. Default 10 seconds. */
  readonly timeout?: number | undefined;
  /**
   * Base URL of a server that stands in for the provider's, such as the sandbox: https, or http on this machine. It receives
   * the client secret. The host is checked all the same. Default: the provider's server.
   */
  readonly server?: string | undefined;
}

/**
 * Sends a request with the client's credentials, in the way and in the form of its provider (RFC 6749, section 2.3.1).
 *
 * @param host - the checked host that gets it
 * @param template - its URL, with `{host}`
 * @param fields - the other parameters
 * @throws TokenError `timeout`, `unreachable`
 */
export async function sendAsClient(
  client: Client,
  host: string,
  template: string,
  fields: Readonly<Record<string, string>>,
  options: TokenRequestOptions,
) {
  const { clientId, authentication, tokenEndpoint } = client;
  const url = urlAt(template, host, options);
  const secret = client.secretAt(host);
  const isBasic = authentication === 'basic';
  const sent = {
    ...(!isBasic && { client_id: clientId }),
    ...(!isBasic && secret && { client_secret: secret }),
    ...fields,
  };
  const headers = { accept: 'application/json' };
  const form = new URLSearchParams(sent).toString();
  if (authentication === 'query') return send(`${url}?${form}`, { headers }, host, options.timeout);
  const isForm = tokenEndpoint.encoding === 'form';
  const init = {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      ...(isBasic && { authorization: `Basic ${basicCredentials(clientId, secret)}` }),
    },
    body: isForm ? form : JSON.stringify(sent),
  };
  return send(url, init, host, options.timeout);
}

/** Encoded as in a form first (RFC 6749, section 2.3.1), so that a colon in the id does not end it. */
export function basicCredentials(clientId: string, secret = ''): string {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return btoa(`${encode(clientId)}:${encode(secret)}`);
}

/** The client's secret in every form in which a request may show it: an error must repeat none. */
export function shownSecrets(client: Client, host: string): string[] {
  const secret = client.secretAt(host);
  return secret ? [basicCredentials(client.clientId, secret), secret] : [];
}
