import { HARBOR_SHOP, WIDGET_CLIENT_ID } from '../stories/harbor-shop.js';
import { choose, log } from './event-log.js';
import { mountElement } from './mount-button.js';
import type { Mount } from './stage.js';

/** One button, and a page that keeps its status: it connects, and it disconnects. */
export const mountStatus: Mount = async (stage, settings) => {
  const update = await mountElement(stage, settings);
  const button = stage.root.querySelector('crm-oauth-button');
  const keep = (authorized: boolean, authorizedAccount = ''): void => {
    if (button) Object.assign(button, { authorized, authorizedAccount });
    // The story's own would come back otherwise.
    const { reconnect } = stage.story.settings ?? {};
    choose({ authorized, authorizedAccount, ...(reconnect && { reconnect: false }) });
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

/** One button beside RingCentral's widget, which gets another one with the same status. */
export const mountRingCentral: Mount = async (stage, settings) => {
  const { connectThirdPartyService, loadFrame } = await import('../../src/ringcentral.js');
  const { root, place } = stage;
  root.classList.add('beside');
  const update = await mountElement(stage, settings);
  const button = root.querySelector('crm-oauth-button');
  if (!button) return update;
  const frame = await loadFrame(root, {
    base: `${place.sandbox}/ringcentral/embeddable`,
    clientId: WIDGET_CLIENT_ID,
    ...(place.isServed && { appServer: `${place.sandbox}/ringcentral` }),
    disableLoginPopup: true,
  });
  connectThirdPartyService(frame, {
    service: { name: HARBOR_SHOP.name, info: 'Your orders beside your calls.' },
    authorize: button,
    unauthorize: () => log('callback', 'unauthorize()', {}),
  });
  return update;
};
