import type { Look } from '../brand.js';

/**
 * RingCentral, as the sandbox imitates it: the authorization and token endpoints (authorization code with and without
 * PKCE, refresh token, JWT), the two API calls that its widget makes after a login, and the widget itself, RingCentral
 * Embeddable, with its faults.
 *
 * Imitated of the widget: the frame and its adapter script, a third party's authorization button in the settings, all
 * ways to log in, notices. It takes messages from anybody, names no origin when it sends, and never looks at a `state`.
 *
 * Not imitated: telephony and everything else that needs an account, other requests and events of the widget, the
 * adapter's `RCAdapter` API and its movable window, other brands, a login that survives a reload, `plain` as
 * `code_challenge_method`, the sign-in form with its password, the revocation endpoint, application permissions.
 *
 * @see https://developers.ringcentral.com/guide/authentication
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/
 */
export const RINGCENTRAL = {
  id: 'ringcentral',
  name: 'RingCentral',
  /** Where the sandbox serves it; the vendor serves it at the root of `platform.ringcentral.com`. */
  prefix: '/ringcentral',
} as const satisfies Look & { prefix: string };
