import type { FindIntegration } from './authorization-request.js';
import type { Brand } from './brand.js';
import { ConsentError } from './consent-error.js';
import { AD_HOC_SECRET } from './integrations.js';
import type { Store } from './store.js';
import { uriFault } from './uri.js';

/**
 * Looks an integration up for the consent page. An unknown `client_id` becomes an ad-hoc integration whose redirect URI
 * is the page that asks, so that a sandbox without any configuration works.
 */
export function integrationFinder(brand: Brand, { integrations, log }: Store): FindIntegration {
  return (clientId, page) => {
    const known = integrations.find(clientId);
    if (known && !integrations.isAdHoc(clientId)) {
      if (!known.brand || known.brand === brand.id) return known;
      throw new ConsentError([
        {
          parameter: 'client_id',
          message: `The integration “${clientId}” is registered with ${known.brand}, and this is ${brand.id}.`,
          remedy: 'Set the button’s provider to the CRM that the integration is registered with.',
        },
      ]);
    }

    const redirectUri = page && `${page.origin}${page.pathname}`;
    if (!redirectUri || uriFault(redirectUri)) {
      throw new ConsentError([
        {
          parameter: 'client_id',
          message: `The sandbox does not know the integration “${clientId}”.`,
          remedy:
            'Start it with --client-id, --client-secret and --redirect-uri. An unknown id is only taken from a page ' +
            'on https or localhost, whose address the parameter origin gives.',
        },
      ]);
    }
    // The same made-up id may be tried on several pages: the answer goes to the one that asked last.
    if (known?.redirectUri === redirectUri) return known;
    log(`client_id ${clientId} is new here: redirect URI ${redirectUri}, client secret ${AD_HOC_SECRET}`);
    return integrations.adopt(clientId, redirectUri);
  };
}
