/** What an integration may ask the person for. */
export type Scope = 'crm' | 'notifications';

export const SCOPES: readonly Scope[] = ['crm', 'notifications'];

/** An integration (RFC 6749: client) that the sandbox knows. */
export interface Integration {
  clientId: string;
  clientSecret: string;
  name: string;
  /** Where the person is sent with the answer. The token endpoint compares it to the character. */
  redirectUri: string;
  /** The CRM it is registered with. Default: both. */
  brand?: 'kommo' | 'amocrm';
  /** A sentence about the integration, for the consent page. */
  description?: string;
  /** URL of the icon on the consent page. Default: a tile with the first letters of the name. */
  logo?: string;
  /** Default `['crm']`. */
  scopes?: readonly Scope[];
  /** Receives a signed GET when an account disconnects the integration. Default: nobody is told. */
  disconnectUri?: string;
}
