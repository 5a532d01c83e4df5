import type { Mount } from './stage.js';
import { setAttributes } from './set-attributes.js';

/** One button. */
export const mountElement: Mount = async ({ root }, settings) => {
  await import('../../src/index.js');
  const button = document.createElement('crm-oauth-button');
  setAttributes(button, settings);
  root.append(button);
  return (changed) => setAttributes(button, changed);
};
