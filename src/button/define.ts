import { CrmOAuthButton } from './crm-oauth-button.js';

/** Registers `<crm-oauth-button>`, unless another copy has done so. */
export function define(): void {
  if (!customElements.get('crm-oauth-button')) customElements.define('crm-oauth-button', CrmOAuthButton);
}
