export { CrmOAuthButton } from './button/crm-oauth-button.js';
export {
  type ButtonStatus,
  CrmOAuthDisconnectEvent,
  CrmOAuthErrorEvent,
  CrmOAuthStartEvent,
  CrmOAuthStatusChangeEvent,
  CrmOAuthSuccessEvent,
} from './button/events.js';
export type { Captions } from './button/language/captions.js';
export { registerCaptions } from './button/language/language.js';
export { registerOAuth2Providers } from './button/oauth2-providers.js';
export { type ButtonProvider, type ProviderSettings, registerProvider } from './button/providers.js';
export type { ProviderFace, ProviderName, ProviderNames } from './providers/provider.js';
