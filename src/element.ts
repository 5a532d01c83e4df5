export { CrmOAuthButton } from './button/crm-oauth-button.js';
export * from './button/events.js';
export type { Captions } from './button/language/captions.js';
export { registerCaptions } from './button/language/language.js';
export type { ButtonProvider, ProviderSettings } from './button/providers.js';
export { registerProvider } from './button/register-provider.js';
export type { ProviderName, ProviderNames } from './providers/catalogue.js';
export type { ProviderFace } from './providers/provider.js';
