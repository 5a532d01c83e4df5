import { sayOnce } from '../button/console.js';
import { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { define } from '../button/define.js';
import { CrmConnections } from './crm-connections.js';

/** Registers `<crm-connections>` and the button in it. Does nothing where there are no custom elements, as on a server. */
export function defineConnections(): void {
  if (typeof customElements === 'undefined' || customElements.get('crm-connections')) return;
  define();
  if (customElements.get('crm-oauth-button') !== CrmOAuthButton) {
    sayOnce('error', 'another copy of the button is on this page, and may lack providers: load one script.');
  }
  customElements.define('crm-connections', CrmConnections);
}
