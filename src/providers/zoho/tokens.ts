import { lookUp } from '../checks.js';
import { oauth2Standard } from '../oauth2/tokens.js';
import { own } from '../own.js';
import type { TokenEndpoint } from '../token-endpoint.js';
import { DATA_CENTERS, type DataCenter } from './data-centers.js';

/** Settings of `zohoTokens()`. */
export interface ZohoTokensOptions {
  /** Data centre where the app is registered; it counts for a response that names none. Default `us`. */
  readonly region?: DataCenter | undefined;
  /**
   * Client secrets by data centre, for an app that does not use the same credentials in all of them. `clientSecret` is for all
   * others.
   */
  readonly secrets?: Readonly<Partial<Record<DataCenter, string>>> | undefined;
}

const centers = Object.entries(DATA_CENTERS);
/** The API is at a domain of its own in each of them; Canada's does not follow the rule. */
const apiHost = (domain: string): string => `www.zohoapis.${domain.replace(/^zoho(cloud)?\./, '')}`;

/**
 * Zoho's token endpoints, one in each data centre. The response names the visitor's, as `location`, and the host itself, as
 * `accounts-server`, which is not read: anybody can write it. A refresh keeps the refresh token, and a user has 20 of them at
 * most: the 21st ends the oldest. Its refusals have the status 200.
 *
 * @throws TypeError for an unknown region
 * @see https://www.zoho.com/accounts/protocol/oauth/multi-dc.html
 */
export function zohoTokens(options?: ZohoTokensOptions): TokenEndpoint {
  const { region = 'us' } = own(options);
  const home = lookUp('region', DATA_CENTERS, region);
  const table = Object.fromEntries(centers.map(([name, domain]) => [name, `accounts.${domain}`]));
  return {
    ...oauth2Standard,
    provider: 'zoho',
    vendor: 'Zoho',
    // The first one counts where the response names none.
    hosts: { parameter: 'location', table: { [region]: `accounts.${home}`, ...table } },
    tokenUrl: 'https://{host}/oauth/v2/token',
    apiHosts: Object.fromEntries(centers.map(([, domain]) => [`accounts.${domain}`, apiHost(domain)])),
    scheme: 'Zoho-oauthtoken',
    clientAuthentication: ['body'],
    pkce: 'never',
    account: { url: 'https://{host}/crm/v8/org', id: 'org.0.zgid', name: 'org.0.company_name' },
    lifetimes: { code: 120, accessToken: 3600 },
    errorCodes: {
      invalid_grant: ['invalid_code'],
      invalid_client: ['invalid_client_secret'],
      temporarily_unavailable: ['Access Denied'],
    },
    // Its page shows the token in the query; a body stays out of logs.
    revocation: { url: 'https://{host}/oauth/v2/token/revoke', by: 'parameter' },
  };
}
