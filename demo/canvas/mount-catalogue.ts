import type { Connection } from '../../src/connections.js';
import { CRM_SETTINGS, crmSettings } from '../stories/every-crm.js';
import type { Settings } from '../stories/story.js';
import { resolve } from '../shared/place.js';
import { choose, log } from './event-log.js';
import { createFigure } from './figure.js';
import { type Mount, setAttributes } from './stage.js';

/** A button for each CRM of the catalogue, every one live; a press on its name chooses that CRM for the snippets. */
export const mountCatalogue: Mount = async ({ root, place, say }, settings) => {
  await import('../../src/index.js');
  const figures = Object.keys(CRM_SETTINGS).map((provider) => {
    // Asked for ahead of the click, and bound to this CRM’s client.
    const stateUrl = place.isServed ? { stateUrl: `crm/state?provider=${provider}` } : {};
    const own = { ...resolve(crmSettings(provider), place), ...stateUrl };
    const { figure, button, chooser } = createFigure(provider, () => choose(own));
    if (place.isServed) {
      button.addEventListener('crm-oauth-success', (event) => {
        event.waitUntil(
          findAccount(provider).then((account) => {
            Object.assign(button, { authorizedAccount: account });
            say(`${provider}: ${account}`);
          }),
        );
      });
    }
    return { provider, own, figure, button, chooser };
  });
  const update = (current: Settings): void => {
    for (const { provider, own, button, chooser } of figures) {
      const { theme = '', size = '', color = '', locale = '', compact = false, disabled = false } = current;
      setAttributes(button, { theme, size, color, locale, compact, disabled, ...own });
      chooser.ariaPressed = String(provider === current.provider);
    }
  };
  update(settings);
  root.classList.add('catalogue');
  root.append(...figures.map(({ figure }) => figure));
  return update;
};

/** Asks this site's server whose account it was: it has exchanged the code before the button heard of it. */
async function findAccount(provider: string): Promise<string> {
  const response = await fetch('crm/connections');
  const connections = (await response.json()) as readonly Connection[];
  const { account, accountName = account } = connections.findLast(({ client }) => client === provider) ?? {};
  log('page', 'GET crm/connections', { account: accountName });
  return accountName ?? '';
}
