// @ts-check
import { asObject, asText, post } from './host-messages.js';
import { Login } from './login.js';
import { Service } from './service.js';
import { element, Notices, showIdentity, showService } from './view.js';

/** @import { HostMessage } from './host-messages.js' */
/** @import { Parameters } from './login.js' */

/** Milliseconds after `load`: the real widget takes much longer, and drops what it is sent until then. */
const START_UP = 250;

const ACCESS_DENIED = ['access_denied', 'invalid_request', 'unauthorized_client', 'login_required'];

const parameters = readParameters(new URL(location.href));
const notices = new Notices(element('notices'));
const service = new Service(showService);
const login = new Login(parameters, () => {
  showIdentity(login.identity);
  notifyLoginStatus();
});

function notifyLoginStatus() {
  const { loginNumber, contractedCountryCode } = login.identity ?? {};
  post({
    type: 'rc-login-status-notify',
    loggedIn: login.identity !== undefined,
    loginNumber,
    contractedCountryCode,
  });
}

function openLogin() {
  const oAuthUri = login.oAuthUri();
  if (parameters.disableLoginPopup) post({ type: 'rc-login-popup-notify', oAuthUri });
  else window.open(oAuthUri, 'rc-oauth', 'width=600,height=600');
}

/** @param {Promise<void>} attempt */
async function tryLogin(attempt) {
  try {
    await attempt;
  } catch (error) {
    console.error('oauth error:', error);
    const isDenied = error instanceof Error && ACCESS_DENIED.includes(error.message);
    const message = isDenied ? 'Access was denied.' : 'The sign-in has failed. Please try again later.';
    notices.show({ level: 'danger', message });
  }
}

/** @param {HostMessage} message a request of the host's, which gets a response */
function respond({ path, body, requestId, alertMessage, alertLevel, ttl }) {
  if (!path) return;
  // The first widgets took the notice in the message itself; the real one takes both to this day.
  const notice = asObject(body ?? { message: alertMessage, level: alertLevel, ttl });
  const response = path === '/custom-alert-message' ? notices.show(notice) : { data: 'no matched path' };
  post({ type: 'rc-adapter-message-response', responseId: requestId, response });
}

/** Takes messages from anybody, whatever their source and origin: so does the real widget. */
function receive(/** @type {MessageEvent} */ event) {
  const message = asObject(event.data);
  if (message.callbackUri) void tryLogin(login.loginByCallback(asText(message.callbackUri)));
  switch (message.type) {
    case 'rc-adapter-register-third-party-service':
      service.register(message);
      break;
    case 'rc-adapter-update-authorization-status':
      service.update(message);
      break;
    case 'rc-adapter-message-request':
      respond(message);
      break;
    case 'rc-adapter-login':
      if (!login.identity) openLogin();
      break;
    case 'rc-adapter-logout':
      if (login.identity) login.logout();
      break;
  }
}

async function start() {
  await login.prepare();
  addEventListener('message', receive);
  element('authorize').addEventListener('click', () => void service.click());
  element('login').addEventListener('click', () => (login.identity ? login.logout() : openLogin()));
  showIdentity(login.identity);
  document.body.removeAttribute('aria-busy');
  notifyLoginStatus();
  await tryLogin(login.loginByParameters());
}

addEventListener('load', () => setTimeout(() => void start(), START_UP));

/**
 * @param {URL} url the frame's own
 * @returns {Parameters}
 */
function readParameters(url) {
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
