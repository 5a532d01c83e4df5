import { own } from '../own.js';
import type { AuthorizationMode, AuthorizationRequest } from '../provider.js';
import { parseWebUrl, secureUrl, encodeQuery } from '../url.js';

/** Options of `kommo()` and `amocrm()`: either `clientId`, or the metadata of an external integration. */
export interface KommoOptions {
  /** The integration's id. Takes precedence over the metadata below. */
  clientId?: string | undefined;
  /** Opaque value that comes back with the response. Default: 128 random bits, new for each attempt. */
  state?: string | undefined;
  /** How the response reaches the page. Default `popup`. */
  mode?: AuthorizationMode | undefined;
  /** Language of the consent page, such as `es`. Default: the CRM's own. */
  locale?: string | undefined;
  /** Metadata: the integration's name. */
  name?: string | undefined;
  /** Metadata: the integration's description. */
  description?: string | undefined;
  /** Metadata: where the CRM sends the browser. Must be https, or http on a loopback host. */
  redirectUri?: string | undefined;
  /** Metadata: where the CRM posts the integration's id and secret. Must be https, or http on a loopback host. */
  secretsUri?: string | undefined;
  /** Metadata: URL of the integration's logo. */
  logo?: string | undefined;
  /** Metadata: scopes, `crm` and `notifications`, separated by commas. */
  scopes?: string | undefined;
  /** Base URL of another authorization server, such as the sandbox. Then only its origin may answer. */
  server?: string | undefined;
  /** Further exact origins whose redirect page may report in `post_message` mode. */
  allowedOrigins?: readonly string[] | undefined;
}

/** The differences between the two brands of the protocol. */
interface Brand {
  readonly request: Pick<AuthorizationRequest, 'provider' | 'window'>;
  readonly server: string;
  /** Origins of the consent page. */
  readonly origins: RegExp;
  /** Path before `/oauth/` on the consent page, for the languages that have one. */
  readonly paths: Readonly<Record<string, string>>;
}

const KOMMO: Brand = {
  request: { provider: 'kommo', window: { width: 1024, height: 620 } },
  server: 'https://www.kommo.com',
  origins: /^https:\/\/([\w-]+\.)*kommo\.com$/,
  paths: { es: '/es', pt: '/br', id: '/id' },
};

const AMOCRM: Brand = {
  request: { provider: 'amocrm', window: { width: 750, height: 580 } },
  server: 'https://www.amocrm.ru',
  origins: /^https:\/\/([\w-]+\.)*amocrm\.(ru|com)$/,
  paths: {},
};

/** The CRMs' own servers. */
export const SERVERS = [KOMMO.server, AMOCRM.server];

/**
 * An authorization request to Kommo.
 *
 * @see https://www.kommo.com/developers/content/oauth/button/
 */
export function kommo(options: KommoOptions): AuthorizationRequest {
  return request(KOMMO, own(options));
}

/**
 * An authorization request to amoCRM: the protocol of Kommo under another brand.
 *
 * @see https://www.amocrm.ru/developers/content/oauth/button
 */
export function amocrm(options: KommoOptions): AuthorizationRequest {
  return request(AMOCRM, own(options));
}

/** Says what an authorization request lacks; gives `undefined` if it lacks nothing. */
export function missingFrom(
  options: Pick<KommoOptions, 'clientId' | 'name' | 'redirectUri' | 'secretsUri'>,
): string | undefined {
  if (options.clientId || (options.name && options.redirectUri && options.secretsUri)) return undefined;
  return 'data-client-id is missing: add it, or all of data-name, data-redirect_uri and data-secrets_uri.';
}

function request(brand: Brand, options: KommoOptions): AuthorizationRequest {
  const { clientId, mode = 'popup', state, redirectUri, allowedOrigins, locale = '' } = options;
  const server = options.server || brand.server;
  return {
    ...brand.request,
    clientId,
    mode,
    state,
    redirectUri,
    allowedOrigins,
    isConsentOrigin: (origin) =>
      server === brand.server ? brand.origins.test(origin) : origin === parseWebUrl(server)?.origin,
    prepare(state, page) {
      const missing = missingFrom(options);
      if (missing) throw new TypeError(missing);
      const { origin, pathname } = secureUrl('server', server);
      const base = origin + pathname.replace(/\/$/, '') + (own(brand.paths)[locale] ?? '');
      const query = new URLSearchParams({
        state,
        mode,
        origin: encodeURIComponent(page),
        ...(clientId
          ? { client_id: clientId }
          : {
              name: options.name ?? '',
              description: options.description ?? '',
              redirect_uri: redirectUri ?? '',
              secrets_uri: options.secretsUri ?? '',
              logo: options.logo ?? '',
            }),
      });
      if (!clientId) {
        for (const scope of options.scopes?.match(/[^\s,]+/g) ?? []) query.append('scopes[]', scope);
      }
      const encoded = encodeQuery(query);
      query.set('mode', 'post_message');
      query.delete('origin');
      // Check and keep the values as the server will decode them: some pages escape theirs by hand.
      const sent = new URLSearchParams(encoded);
      for (const [name, value] of sent) {
        if (name.endsWith('_uri')) secureUrl(`data-${name}`, value);
      }
      return {
        url: `${base}/oauth/?${encoded}`,
        // As the vendor's own samples write it for a whole page.
        pageUrl: `${base}/oauth/?${encodeQuery(query)}`,
        state: sent.get('state') ?? state,
        clientId: sent.get('client_id') ?? undefined,
        redirectUri: sent.get('redirect_uri') ?? undefined,
      };
    },
  };
}
