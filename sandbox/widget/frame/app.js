// @ts-check
import { asObject, asText, post } from './host-messages.js';
import { Login } from './login.js';
import { Service } from './service.js';
import { element, Notices, showIdentity, showService } from './view.js';

/** @import { HostMessage } from './host-messages.js' */
/** @import { Identity, Parameters } from './login.js' */

/** Milliseconds after `load`: the real widget takes 6 to 27 s, and drops what it is sent until then. */
const START_UP = 250;

/** The real widget says thirteen other things first. */
const FIRST_WORDS = [
  ...Array.from({ length: 8 }, () => ({ type: 'rc-adapter-pushAdapterState' })),
  { type: 'rc-route-changed-notify', path: '/' },
  { type: 'rc-dialer-status-notify', ready: false },
  { type: 'rc-meeting-status-notify', ready: false },
  { type: 'rc-adapter-side-drawer-open-notify', open: false },
  { type: 'rc-webphone-connection-status-notify', connectionStatus: 'connectionStatus-disconnected' },
];

const ACCESS_DENIED = [
  'access_denied',
  'interaction_required',
  'invalid_request',
  'invalid_scope',
  'login_required',
  'unauthorized_client',
  'unsupported_response_type',
];

const { searchParams } = new URL(location.href);
const parameters = readParameters(new URL(location.href));
const memory = openStorage();
const storageKey = `${searchParams.get('prefix') || 'rc-widget'}-identity`;
const notices = new Notices(element('notices'));
const service = new Service(showService);
const login = new Login(parameters, () => {
  if (login.identity) memory?.setItem(storageKey, JSON.stringify(login.identity));
  else memory?.removeItem(storageKey);
  showLogin();
});

function showLogin() {
  showIdentity(login.identity);
  notifyLoginStatus();
}

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

/** @param {string} callbackUri */
async function loginByCallback(callbackUri) {
  try {
    await login.loginByCallback(callbackUri);
  } catch (error) {
    console.error('oauth error:', error);
    const isDenied = error instanceof Error && ACCESS_DENIED.includes(error.message);
    const message = isDenied
      ? 'Access denied. Please contact support.'
      : 'Login failed due to internal errors. Please try again later.';
    notices.show({ level: 'danger', message });
  }
}

/** Nobody but the console learns that a code or a JWT in the URL was refused: so it is in the real widget. */
async function loginByParameters() {
  try {
    await login.loginByParameters();
  } catch (error) {
    console.error(error);
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
  if (message.callbackUri) void loginByCallback(asText(message.callbackUri));
  switch (message.type) {
    case 'rc-adapter-register-third-party-service':
      service.register(message);
      break;
    case 'rc-adapter-update-authorization-status':
      service.update(message);
      break;
    case 'rc-adapter-refresh-license-status':
      service.updateLicense(message);
      break;
    case 'rc-adapter-update-customized-banner':
      service.setBanner(message.banner);
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
  const identity = recall();
  await login.prepare();
  addEventListener('message', receive);
  element('authorize').addEventListener('click', () => void service.click());
  element('banner-action').addEventListener('click', () => void service.clickBanner());
  element('banner-close').addEventListener('click', () => void service.closeBanner());
  element('login').addEventListener('click', () => (login.identity ? login.logout() : openLogin()));
  document.body.removeAttribute('aria-busy');
  for (const message of FIRST_WORDS) post(message);
  showLogin();
  // A code or a JWT in the URL is left alone where somebody is logged in.
  if (!identity) return loginByParameters();
  login.identity = identity;
  showLogin();
}

/** @returns {Identity | undefined} who was logged in before the frame was reloaded */
function recall() {
  const { loginNumber, contractedCountryCode } = asObject(JSON.parse(memory?.getItem(storageKey) ?? 'null'));
  if (!loginNumber) return undefined;
  return { loginNumber: asText(loginNumber), contractedCountryCode: asText(contractedCountryCode) };
}

/** Where the browser blocks the storage of third parties, the real widget throws, and never says a word: here on request. */
function openStorage() {
  if (searchParams.get('sandboxStart') === 'blocked') {
    throw new DOMException('The storage of third parties is blocked.', 'SecurityError');
  }
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

addEventListener('load', () => {
  setTimeout(() => void start(), Number.parseInt(searchParams.get('sandboxStart') ?? '', 10) || START_UP);
});

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
