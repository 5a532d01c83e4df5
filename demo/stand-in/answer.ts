/** What the visitor decided: the account's host, or `undefined` for a refusal. */
export type Decision = string | undefined;

/** How the answer gets back: as a message to the opener, or by going on to the redirect URI. */
export interface Answer {
  readonly message: Readonly<Record<string, unknown>> | undefined;
  readonly redirect: string;
}

/** What the studio's integrations have registered, below its folder. */
const REDIRECT_PAGES: ReadonlyMap<string, string> = new Map([
  ['harbor-shop', 'callback.html'],
  ['harbor-shop-message', 'redirect.html'],
]);

/**
 * What a CRM answers. Like one it goes to registered redirect URIs only: here to those of the studio's own origin.
 *
 * @param query - of the authorization request
 * @param site - URL of the studio's folder, with a slash at its end
 * @throws TypeError where the redirect URI is none of this studio's
 */
export function answer(query: URLSearchParams, site: string, decision: Decision): Answer {
  const clientId = query.get('client_id') ?? 'made-up-integration';
  const redirect = new URL(
    REDIRECT_PAGES.get(clientId) ?? query.get('redirect_uri') ?? 'callback.html',
    site,
  );
  if (redirect.origin !== new URL(site).origin) throw new TypeError(`${redirect.href} is not registered.`);
  const state = query.get('state') ?? '';
  const response = decision
    ? { code: crypto.randomUUID(), state, referer: decision, client_id: clientId }
    : { error: 'access_denied', state, client_id: clientId };
  for (const [name, value] of Object.entries(response)) redirect.searchParams.set(name, value);
  const message = decision ? { url: redirect.href } : { client_id: clientId, error: 'access_denied' };
  // OAuth 2.0 servers know nothing of openers, and in `post_message` mode the redirect page reports.
  const isRedirect =
    query.get('response_type') === 'code' || (decision && query.get('mode') === 'post_message');
  return { message: isRedirect ? undefined : message, redirect: redirect.href };
}
