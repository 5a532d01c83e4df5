import { log, tell } from './log.js';
import type { Mount } from './stage.js';
import { mountElement } from './mount-element.js';

/** One button, and a page that keeps its status: it connects, and it disconnects. */
export const mountStatus: Mount = async (stage, settings) => {
  const update = await mountElement(stage, settings);
  const button = stage.root.querySelector('crm-oauth-button');
  const keep = (authorized: boolean, authorizedAccount = ''): void => {
    if (button) Object.assign(button, { authorized, authorizedAccount });
    tell({ type: 'studio-choose', settings: { authorized, authorizedAccount } });
  };
  button?.addEventListener('crm-oauth-success', (event) => {
    const { url, referer } = event.response;
    // The page stays: the back end gets the answer from here.
    event.preventDefault();
    if (url && stage.place.isServed) {
      void fetch(url, { redirect: 'manual' }).then(() => log('page', 'fetch', { url }));
    }
    keep(true, referer);
  });
  button?.addEventListener('crm-oauth-disconnect', () => keep(false));
  return update;
};
