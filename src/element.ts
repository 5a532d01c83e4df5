export { CrmOAuthButton } from './button/crm-oauth-button.js';
export * from './button/events.js';
export type { Captions } from './button/language/captions.js';
export { registerCaptions } from './button/language/language.js';
export { registerOAuth2Providers } from './button/oauth2-providers.js';
export { type ButtonProvider, type ProviderSettings, registerProvider } from './button/providers.js';
export type { ProviderName, ProviderNames } from './providers/catalogue.js';
export type { ProviderFace } from './providers/provider.js';
