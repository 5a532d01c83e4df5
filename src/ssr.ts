import { registerOAuth2Providers } from './button/oauth2-providers.js';

export { type ButtonRenderer, createButtonRenderer } from './ssr/button-renderer.js';
export { renderButton } from './ssr/render-button.js';
export type { Attributes } from './ssr/read-settings.js';
export { renderShadowRoot, type RenderOptions } from './ssr/render-shadow-root.js';

registerOAuth2Providers();
