// First of all, as Lit looks for it while it loads.
import { removeDom } from './ssr/dom.js';
import { define } from './button/define.js';
import { registerProviders } from './providers.js';

export { createButtonRenderer, type ButtonRenderer, type RenderOptions } from './ssr/button-renderer.js';
export { type Attributes, renderButton, renderShadowRoot } from './ssr/render-button.js';

registerProviders();
define();
removeDom();
