import { shorten } from '../shared/canvas-messages.js';
import { mountElement } from './mount-button.js';
import type { Mount } from './stage.js';

/** One button, and the one listener that a page needs: it hears of windows and of redirects. */
export const mountServerless: Mount = async (stage, settings) => {
  const update = await mountElement(stage, settings);
  stage.root.querySelector('crm-oauth-button')?.addEventListener('crm-oauth-success', ({ response }) => {
    const { code, referer } = response;
    stage.say(`The page has got the code ${String(shorten(code, 'code'))} of ${String(referer)}`);
  });
  return update;
};
