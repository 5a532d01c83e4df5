import { parseWebUrl } from '../../src/providers/url.js';
import type { Fault } from '../pages/outcome-pages.js';
import { AD_HOC_SECRET } from '../shared/issued-tokens.js';
import { ConsentError, uriFault } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import type { CrmBrand } from './crm-brands.js';
import { SCOPES, type Integration, type Scope } from './crm-integrations.js';
import type { CrmStore } from './crm-store.js';

/** The parsed query of the consent page. */
export interface CrmRequest {
  state: string | undefined;
  mode: 'popup' | 'post_message';
  /** Origin of the page that opened the window. Without it the window can post nothing to that page. */
  opener: string | undefined;
  /** Absent in the metadata flow, in which the integration comes into being when somebody allows it. */
  clientId: string | undefined;
  name: string;
  description: string | undefined;
  logo: string | undefined;
  scopes: readonly Scope[];
  redirectUri: string;
  /** Metadata flow: where the new integration's secret is posted. */
  secretsUri: string | undefined;
}

type Client = Omit<CrmRequest, 'state' | 'mode' | 'opener'>;

/** Finds the integration with this id, and throws when it is unknown. `page` is the URL of the page that asks. */
export type FindIntegration = (clientId: string, page: URL | undefined) => Integration;

/**
 * Reads the query that the button writes. A `client_id` wins over metadata, an empty parameter counts as absent.
 *
 * @throws {ConsentError} with every fault at once.
 */
export function parseCrmRequest(query: URLSearchParams, find: FindIntegration): CrmRequest {
  const faults: Fault[] = [];
  const mode = query.get('mode') || 'popup';
  if (mode !== 'popup' && mode !== 'post_message') {
    faults.push({
      parameter: 'mode',
      message: `There is no mode “${mode}”.`,
      remedy: 'Use popup or post_message, or leave data-mode out.',
    });
  }
  const page = parseWebUrl(query.get('origin') ?? '');
  const clientId = query.get('client_id');
  const client = clientId ? fromIntegration(find(clientId, page)) : fromMetadata(query, faults);
  if (faults.length > 0) throw new ConsentError(faults);
  return {
    ...client,
    state: query.get('state') ?? undefined,
    mode: mode === 'post_message' ? mode : 'popup',
    opener: page?.origin,
  };
}

function fromIntegration(integration: Integration): Client {
  const { clientId, name, description, logo, scopes = ['crm'], redirectUri } = integration;
  return { clientId, name, description, logo, scopes, redirectUri, secretsUri: undefined };
}

function fromMetadata(query: URLSearchParams, faults: Fault[]): Client {
  const name = query.get('name') ?? '';
  if (!name) {
    faults.push({
      parameter: 'client_id',
      message: 'The request names no integration: neither client_id nor name is there.',
      remedy:
        'Set data-client-id, or describe the integration with data-name, data-redirect_uri and data-secrets_uri.',
    });
    throw new ConsentError(faults);
  }
  const redirectUri = parseUri('redirect_uri', query, faults);
  const secretsUri = parseUri('secrets_uri', query, faults);
  const logo = query.get('logo') || undefined;
  if (logo && !/^(https?:\/\/|data:image\/)/i.test(logo)) {
    const remedy = 'Set data-logo to the complete URL of an image, or leave it out.';
    faults.push({ parameter: 'logo', message: `“${logo}” is not the URL of an image.`, remedy });
  }
  const description = query.get('description') || undefined;
  return {
    clientId: undefined,
    name,
    description,
    logo,
    scopes: parseScopes(query, faults),
    redirectUri,
    secretsUri,
  };
}

function parseUri(parameter: string, query: URLSearchParams, faults: Fault[]): string {
  const uri = query.get(parameter) ?? '';
  const message = uri ? uriFault(uri) : 'It is missing.';
  const remedy = `Set data-${parameter} to an https URL of your server (http works for localhost), without “#”.`;
  if (message) faults.push({ parameter, message, remedy });
  return uri;
}

function parseScopes(query: URLSearchParams, faults: Fault[]): Scope[] {
  const asked = query.getAll('scopes[]').filter(Boolean);
  for (const scope of asked) {
    if (SCOPES.some((known) => known === scope)) continue;
    const remedy = `Set data-scopes to a list, separated by commas, of: ${SCOPES.join(', ')}.`;
    faults.push({ parameter: 'scopes[]', message: `There is no scope “${scope}”.`, remedy });
  }
  return asked.length > 0 ? SCOPES.filter((scope) => asked.includes(scope)) : ['crm'];
}

/**
 * Looks an integration up for the consent page. An unknown `client_id` becomes an ad-hoc integration whose redirect URI
 * is the page that asks, so that a sandbox without any configuration works.
 */
export function integrationFinder(
  brand: CrmBrand,
  { integrations }: CrmStore,
  runtime: Runtime,
): FindIntegration {
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
