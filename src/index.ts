import { define } from './button/define.js';

export * from './consent.js';
export * from './element.js';

define();
