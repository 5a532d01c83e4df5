// @ts-check
/** @import { Identity } from './login.js' */
/** @import { ServiceState } from './service.js' */

/** @param {string} id */
export const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Identity | undefined} identity */
export function showIdentity(identity) {
  element('identity').textContent = identity ? `Signed in as ${identity.loginNumber}` : 'Signed out';
  element('login').textContent = identity ? 'Sign out' : 'Sign in';
}

/** @param {ServiceState} service */
export function showService(service) {
  const { authorized, authorizedAccount } = service;
  const hasButton = authorized !== null;
  element('none').hidden = true;
  element('service').hidden = false;
  element('name').textContent = service.name;
  element('info').textContent = service.info;

  const logo = /** @type {HTMLImageElement} */ (element('logo'));
  logo.hidden = !service.authorizationLogo;
  if (service.authorizationLogo) logo.src = service.authorizationLogo;
  else logo.removeAttribute('src');

  const account = authorized && authorizedAccount ? ` as ${authorizedAccount}` : '';
  element('status').textContent = hasButton ? (authorized ? `Connected${account}` : 'Disconnected') : '';

  const button = element('authorize');
  element('action').hidden = !hasButton;
  button.textContent = authorized ? service.authorizedTitle : service.unauthorizedTitle;
  button.classList.toggle('danger', Boolean(authorized));
  element('dot').hidden = !service.showAuthRedDot || Boolean(authorized);
}
