// First of all, as Lit looks for it while it loads.
import { removeDom } from './ssr/dom.js';
import { define } from './button/define.js';
import { registerOAuth2Providers } from './button/register-provider.js';

export { createButtonRenderer, type ButtonRenderer, type RenderOptions } from './ssr/button-renderer.js';
export { type Attributes, renderButton, renderShadowRoot } from './ssr/render-button.js';

registerOAuth2Providers();
define();
removeDom();
