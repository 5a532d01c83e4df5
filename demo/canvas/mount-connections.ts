import { controlsOf } from '../shared/controls.js';
import { MadeUpServer } from './made-up-server.js';
import type { Mount } from './stage.js';

/** The settings page, and a server for it that is made up in this page. */
export const mountConnections: Mount = async ({ root, story, place }, settings) => {
  await import('../../src/connections.js');
  const server = new MadeUpServer(place);
  server.start();
  let element = document.createElement('crm-connections');
  const update = (current: typeof settings): void => {
    const list = String(current.list ?? '');
    if (list !== server.list) {
      server.list = list;
      // Anew, since a list that was there stays.
      element.replaceWith((element = document.createElement('crm-connections')));
    }
    for (const { property, attribute } of controlsOf(story)) {
      const value = property === 'list' ? '' : (current[property] ?? '');
      if (value) element.setAttribute(attribute, String(value));
      else element.removeAttribute(attribute);
    }
  };
  // Ahead of the element, which asks for the list once the event has passed.
  document.addEventListener(
    'crm-oauth-success',
    (event) => {
      const button = event
        .composedPath()
        .find((target) => target instanceof HTMLElement && 'provider' in target);
      if (button) server.connect(String(button.provider));
    },
    { capture: true },
  );
  root.classList.add('settings-page');
  // The cards have headings of the third level.
  const heading = Object.assign(document.createElement('h2'), {
    textContent: 'Connected CRMs',
    className: 'hidden',
  });
  root.append(heading, element);
  update(settings);
  return update;
};
