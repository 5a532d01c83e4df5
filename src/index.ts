import { define } from './button/define.js';
import { registerOAuth2Providers } from './button/register-provider.js';

export * from './consent.js';
export * from './element.js';

registerOAuth2Providers();
define();
