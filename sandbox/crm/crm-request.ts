import { parseWebUrl } from '../../src/providers/url.js';
import type { Fault } from '../pages/outcome-pages.js';
import { ConsentError, uriFault } from '../shared/requests.js';
import { SCOPES, type Integration, type Scope } from './crm-integrations.js';
import type { FindIntegration } from './find-integration.js';

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

/**
 * Reads the query that the button writes. A `client_id` wins over metadata, an empty parameter counts as absent.
 *
 * @param referrer origin of the page that asks, where the browser tells it
 * @throws {ConsentError} with every fault at once.
 */
export function parseCrmRequest(
  query: URLSearchParams,
  find: FindIntegration,
  referrer: string | undefined,
): CrmRequest {
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
  const client = clientId
    ? fromIntegration(find(clientId, { page, referrer, isPopup: mode === 'popup' }))
    : fromMetadata(query, faults);
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
