import { oauth2 } from '../providers/oauth2.js';
import { preparePair } from '../providers/pkce.js';
import { ringcentral } from '../providers/ringcentral.js';
import { registerProvider } from './providers.js';

/** A padlock. */
const LOCK = 'M12 2a5 5 0 0 0-5 5v3H5v11h14V10h-2V7a5 5 0 0 0-5-5m0 2a3 3 0 0 1 3 3v3H9V7a3 3 0 0 1 3-3';
/** A speech bubble with a handset's curve cut out. */
const CALL = 'M4 3h16v14H11l-5 4v-4H4zm4 4v6h2V9h4v4h2V7z';

/** Adds `provider="oauth2"` and `provider="ringcentral"`, both with PKCE, which a button gets ready as it is drawn. */
export function registerOAuth2Providers(): void {
  const prepare = (): void => void preparePair();
  registerProvider('oauth2', {
    brand: 'OAuth 2.0',
    language: 'en',
    logo: LOCK,
    prepare,
    request: (settings) => oauth2({ ...settings, scope: settings.scopes }),
  });
  registerProvider('ringcentral', {
    brand: 'RingCentral',
    language: 'en',
    logo: CALL,
    prepare,
    request: (settings) => ringcentral({ ...settings, scope: settings.scopes }),
  });
}
