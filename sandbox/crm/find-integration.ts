import { AD_HOC_SECRET } from '../shared/issued-tokens.js';
import { isElsewhere, refuseElsewhere } from '../shared/loopback.js';
import { ConsentError, unknownClient, uriFault } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import type { CrmBrand } from './crm-brands.js';
import type { Integration } from './crm-integrations.js';
import type { CrmStore } from './crm-store.js';

/** The page that asks, as far as a request tells. */
export interface AskingPage {
  /** From the parameter `origin`, which only a request for a window has. */
  readonly page: URL | undefined;
  /** Its origin, from the header `Referer`. */
  readonly referrer: string | undefined;
  /** Whether the page itself goes to the redirect URI. */
  readonly isPopup: boolean;
}

/** Finds the integration with this id, with the redirect URI for the page that asks. @throws {ConsentError} when it is unknown */
export type FindIntegration = (clientId: string, asking: AskingPage) => Integration;

/**
 * Looks an integration up for the consent page. An unknown `client_id` becomes an ad-hoc integration whose redirect URI
 * is the page that asks, so that a sandbox without any configuration works.
 */
export function integrationFinder(
  brand: CrmBrand,
  { integrations }: CrmStore,
  runtime: Runtime,
): FindIntegration {
  return (clientId, asking) => {
    const known = integrations.find(clientId);
    if (known && !integrations.isAdHoc(clientId)) {
      if (!known.brand || known.brand === brand.id) return known.anyLoopback ? forPage(known, asking) : known;
      throw new ConsentError([
        {
          parameter: 'client_id',
          message: `The integration “${clientId}” is registered with ${known.brand}, and this is ${brand.id}.`,
          remedy: 'Set the button’s provider to the CRM that the integration is registered with.',
        },
      ]);
    }
    if (!runtime.takesUnknownClients) throw unknownClient(clientId, brand.name);

    const redirectUri = asking.page && addressOf(asking.page);
    if (!redirectUri || uriFault(redirectUri)) {
      throw new ConsentError([
        {
          parameter: 'client_id',
          message: `The sandbox does not know the integration “${clientId}”.`,
          remedy:
            'Start it with --client-id, --client-secret and --redirect-uri. An unknown id is only taken from a page ' +
            'on https or localhost, whose address the parameter origin gives: a request without a window has none.',
        },
      ]);
    }
    // Several pages may use the same made-up id: the answer goes to the one that asked last.
    if (known?.redirectUri === redirectUri) return known;
    runtime.log(
      `client_id ${clientId} is new here: redirect URI ${redirectUri}, client secret ${AD_HOC_SECRET}`,
    );
    return integrations.adopt(clientId, redirectUri);
  };
}

/**
 * An integration for a page that may be on any port. A request of these CRMs names no redirect URI: in `popup` mode the page goes to
 * its own address, and in the other modes it needs a redirect page, which the sandbox cannot make up.
 */
function forPage(integration: Integration, { page, referrer, isPopup }: AskingPage): Integration {
  const { redirectUri } = integration;
  if (isPopup && page && isElsewhere(page.origin, redirectUri)) {
    return { ...integration, redirectUri: addressOf(page) };
  }
  refuseElsewhere(
    page?.origin ?? referrer,
    redirectUri,
    'Then start a sandbox with --client-id, --client-secret and that page as --redirect-uri. Or open a window in popup mode: ' +
      'then the answer goes to the page that asks.',
  );
  return integration;
}

function addressOf({ origin, pathname }: URL): string {
  return origin + pathname;
}
