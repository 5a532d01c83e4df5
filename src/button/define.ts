import { CrmOAuthButton } from './crm-oauth-button.js';

/** Registers `<crm-oauth-button>`, unless another copy has done so. On a server there is nothing to register it with. */
export function define(): void {
  if (typeof customElements === 'undefined' || customElements.get('crm-oauth-button')) return;
  customElements.define('crm-oauth-button', CrmOAuthButton);
}
