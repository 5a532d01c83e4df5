import { define } from './button/define.js';
import { registerProviders } from './providers.js';

export * from './consent.js';
export * from './element.js';

registerProviders();
define();
