import type { AuthorizationError, AuthorizationRequest } from '../../src/consent.js';
import { providerOf } from '../shared/provider.js';
import { log } from './event-log.js';
import type { Mount } from './stage.js';

/** A button of the page's own. */
export const mountHeadless: Mount = async ({ root, say }, settings) => {
  const { authorize } = await import('../../src/consent.js');
  let request: AuthorizationRequest;
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'own' });
  const update = (changed: typeof settings): void => {
    // Ahead of the click: PKCE takes a moment, and the window must open at once.
    request = providerOf(changed).request({ ...changed, allowedOrigins: [] });
    button.textContent = String(changed.title ?? 'Connect your CRM');
  };
  button.addEventListener('click', () => {
    log('callback', 'authorize()', { clientId: request.clientId });
    say('Waiting for your answer');
    authorize(request).then(
      (response) => {
        log('callback', 'authorize() resolved', { ...response });
        say('Connected');
        if (response.url) location.assign(response.url);
      },
      (error: unknown) => {
        const { code, kind } = error as AuthorizationError;
        log('callback', 'authorize() rejected', { error: code, kind });
        say(`Not connected: ${code}`);
      },
    );
  });
  update(settings);
  root.append(button);
  return update;
};
