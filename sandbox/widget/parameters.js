// @ts-check
/**
 * @typedef {object} Parameters The query of `app.html`. Empty counts as absent.
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {string} appServer base URL of the authorization server, without a slash at the end
 * @property {string} redirectUri absolute
 * @property {string} authorizationCode
 * @property {string} authorizationCodeVerifier
 * @property {string} jwt
 * @property {boolean} disableLoginPopup
 */

/**
 * @param {URL} url the frame's own
 * @returns {Parameters}
 */
export function readParameters(url) {
  const get = (/** @type {string} */ name) => url.searchParams.get(name) ?? '';
  return {
    clientId: get('clientId') || 'rc-widget',
    clientSecret: get('clientSecret'),
    appServer: isServer(get('appServer')) ? get('appServer') : new URL('..', url).href.replace(/\/$/, ''),
    redirectUri: new URL(get('redirectUri') || './redirect.html', url).href,
    authorizationCode: get('authorizationCode'),
    authorizationCodeVerifier: get('authorizationCodeVerifier'),
    jwt: get('jwt'),
    disableLoginPopup: Boolean(get('disableLoginPopup')),
  };
}

/**
 * The real widget takes https alone. Here http works on this machine.
 *
 * @param {string} server
 */
function isServer(server) {
  return /^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(server);
}
