export { CrmOAuthButton } from './button/crm-oauth-button.js';
export {
  type ButtonStatus,
  CrmOAuthErrorEvent,
  CrmOAuthStartEvent,
  CrmOAuthStatusChangeEvent,
  CrmOAuthSuccessEvent,
} from './button/events.js';
