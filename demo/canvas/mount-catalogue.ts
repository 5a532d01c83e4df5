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
    const stateUrl = place.isServed ? { stateUrl: `login-state?provider=${provider}` } : {};
    const own = { ...resolve(crmSettings(provider), place), ...stateUrl };
    const { figure, button, chooser } = createFigure(provider, () => choose(own));
    if (place.isServed) {
      button.addEventListener('crm-oauth-success', (event) => {
        const { params, codeVerifier } = event.response;
        event.waitUntil(
          connect(provider, { params, codeVerifier }).then((account) => {
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

/** Hands the answer to this site’s server, which exchanges the code and asks the CRM whose account it is. */
async function connect(provider: string, answer: object): Promise<string> {
  const response = await fetch(`connect/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answer),
  });
  const outcome = (await response.json()) as { account: string; error?: string };
  log('page', `POST connect/${provider}`, outcome);
  if (!response.ok) throw new Error(outcome.error);
  return outcome.account;
}
