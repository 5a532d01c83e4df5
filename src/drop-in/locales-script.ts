import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { locales } from '../locales.js';

// On a page without a bundler the class comes from another script, which may run before this one or after it.
void customElements.whenDefined('crm-oauth-button').then((defined) => {
  const button = defined as typeof CrmOAuthButton;
  for (const [tag, captions] of Object.entries(locales)) button.registerCaptions(tag, captions);
});
