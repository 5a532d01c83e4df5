import type { Snippet } from './index-page.js';
import type { Brand } from './page.js';

/** A brand, and the path before all of its endpoints. */
type PrefixedBrand = Brand & { readonly prefix: string };

/** A button, and a request that it would send. */
export function buttonSnippet(
  { id, name, prefix }: PrefixedBrand,
  origin: string,
  attributes: readonly string[],
  path: string,
  query: Record<string, string>,
): Snippet {
  const all = [`provider="${id}"`, `server="${origin}${prefix}"`, ...attributes];
  return {
    markup: ['<crm-oauth-button', ...all.map((attribute) => `  ${attribute}`), '></crm-oauth-button>'],
    href: `${prefix}${path}?${new URLSearchParams(query).toString()}`,
    caption: `Try ${name}`,
  };
}

/** The same for a button whose redirect URI the request names. */
export function redirectSnippet(
  brand: PrefixedBrand,
  origin: string,
  attributes: readonly string[],
  path: string,
  query: Record<string, string>,
): Snippet {
  const sent = { ...query, redirect_uri: `${origin}/`, client_id: `${brand.id}-example`, state: 'example' };
  return buttonSnippet(brand, origin, ['client-id="…"', 'redirect_uri="…"', ...attributes], path, sent);
}
