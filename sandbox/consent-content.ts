import type { Account } from './account.js';
import type { Brand, Locale } from './brand.js';
import type { Scope } from './integration.js';
import { CAPTIONS } from './pages/captions.js';
import type { ConsentContent } from './pages/consent-page.js';
import { SCOPE_ICONS } from './pages/icons.js';

/** What a CRM asks the person about. */
export function consentContent(
  client: ConsentContent['client'] & { scopes: readonly Scope[] },
  accounts: readonly Account[],
  { accountDomain }: Pick<Brand, 'accountDomain'>,
  locale: Locale,
): ConsentContent {
  return {
    client,
    permissions: client.scopes.map((scope) => ({
      icon: SCOPE_ICONS[scope],
      ...CAPTIONS[locale].scopes[scope],
    })),
    accounts: accounts.map(({ id, name, subdomain }) => ({
      id,
      name,
      detail: `${subdomain}.${accountDomain}`,
    })),
  };
}
