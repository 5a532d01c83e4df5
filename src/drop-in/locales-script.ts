import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { locales } from '../locales.js';

// Without a bundler, another script defines the class, before this one or after it.
void customElements.whenDefined('crm-oauth-button').then((defined) => {
  const button = defined as typeof CrmOAuthButton;
  for (const [tag, captions] of Object.entries(locales)) button.registerCaptions(tag, captions);
});
