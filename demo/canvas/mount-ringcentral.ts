import { log } from './log.js';
import type { Mount } from './stage.js';
import { mountElement } from './mount-element.js';

/** One button beside RingCentral's widget, which gets another one for the same thing. */
export const mountRingCentral: Mount = async (stage, settings) => {
  const { connectThirdPartyService, loadFrame } = await import('../../src/ringcentral.js');
  const { root, place } = stage;
  root.classList.add('beside');
  const update = await mountElement(stage, settings);
  const button = root.querySelector('crm-oauth-button');
  if (!button) return update;
  const frame = await loadFrame(root, {
    base: `${place.sandbox}/ringcentral/embeddable`,
    clientId: 'harbor-shop-phone',
    ...(place.isServed && { appServer: `${place.sandbox}/ringcentral` }),
    disableLoginPopup: true,
  });
  connectThirdPartyService(frame, {
    service: { name: 'Harbor Shop', info: 'Your orders beside your calls.' },
    authorize: button,
    unauthorize: () => log('callback', 'unauthorize()', {}),
  });
  return update;
};
