/** The site that the demo plays, as its integrations present it on the consent page. */
export const HARBOR_SHOP = {
  name: 'Harbor Shop',
  description: 'Sends the orders of your shop to your CRM.',
  /** Path below the site’s folder. */
  logo: 'assets/harbor-shop.svg',
  scopes: ['crm', 'notifications'],
} as const;

/** The integration, in every mode: the handler's redirect URI goes on with the page, or reports to it. */
export const CLIENT_ID = 'harbor-shop';

/** Name of the client that stands for the private integrations of the metadata flow. */
export const PRIVATE_CLIENT = 'kommo-private';

/** The integration whose redirect URI is a file with `callback.js` in it, and no back end behind it. */
export const SERVERLESS_CLIENT_ID = 'harbor-shop-files';

/** The site at an OAuth 2.0 server. */
export const OAUTH2_CLIENT_ID = 'harbor-shop-web';

/** The site in RingCentral’s widget. */
export const WIDGET_CLIENT_ID = 'harbor-shop-phone';

/** Whether it is an id of the site’s: none of them means anything to a real CRM. */
export function isOwnClientId(id: string): boolean {
  return id.startsWith(CLIENT_ID);
}
