import { CrmOAuthButton } from './crm-oauth-button.js';

/** Registers `<crm-oauth-button>`, unless another copy has done so. Does nothing where there are no custom elements, as on a server. */
export function define(): void {
  if (typeof customElements === 'undefined' || customElements.get('crm-oauth-button')) return;
  customElements.define('crm-oauth-button', CrmOAuthButton);
}
