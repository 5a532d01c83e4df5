import { mark } from '../pages/drawings.js';
import type { ServedBrand } from '../shared/authorization-endpoint.js';

/**
 * RingCentral, as the sandbox imitates it: the authorization and token endpoints (authorization code with and without
 * PKCE, refresh token, JWT), the two API calls that its widget makes after a login, and the widget itself, RingCentral
 * Embeddable, with its faults.
 *
 * Imitated of the widget: the frame and its adapter script, a third party's authorization button in the settings, all
 * ways to log in, notices. It takes messages from anybody, names no origin when it sends, and never checks a `state`.
 *
 * Not imitated: telephony and everything else that needs an account, other requests and events of the widget, the
 * adapter's `RCAdapter` API and its movable window, other brands, a login that survives a reload, `plain` as
 * `code_challenge_method`, the sign-in form with its password, the revocation endpoint, application permissions.
 *
 * @see https://developers.ringcentral.com/guide/authentication
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/
 */
export const RINGCENTRAL: ServedBrand = {
  id: 'ringcentral',
  name: 'RingCentral',
  mark: mark(
    '<circle class="ink fine" cx="16" cy="16" r="1.6"/><path class="ink fine" d="M11.6 20.4a6.2 6.2 0 1 1 8.8 0M8.4 23.6a10.7 10.7 0 1 1 15.2 0"/>',
  ),
  palette: {
    canvas: ['#eff4f9', '#0a121c'],
    surface: ['#ffffff', '#121f2e'],
    panel: ['#f8fafd', '#172739'],
    text: ['#12233a', '#ecf3fb'],
    muted: ['#4d6079', '#a3b6cc'],
    border: ['#d5dfea', '#2a3e56'],
    control: ['#7a8da6', '#7088a3'],
    accent: ['#0a5c99', '#86c1f5'],
    'on-accent': ['#ffffff', '#04203a'],
    'accent-hover': ['#084a7b', '#acd5f9'],
    soft: ['#e1eefa', '#1d344d'],
    focus: ['#1c7fc9', '#5fa9ea'],
  },
  prefix: '/ringcentral',
  consentPaths: { '/restapi/oauth/authorize': 'ui_locales' },
};
