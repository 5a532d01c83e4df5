// @ts-check
import { asText } from './host-messages.js';

/** @import { HostMessage } from './host-messages.js' */
/** @import { Identity } from './login.js' */
/** @import { BannerState, ServiceState } from './service.js' */

const TIME_TO_LIVE = 5000;
const LEVELS = ['success', 'info', 'warning', 'danger'];
const TONES = ['success', 'warning', 'danger'];

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
  const hasStatus = authorized !== null;
  element('none').hidden = true;
  element('service').hidden = false;
  element('name').textContent = service.name;
  element('info').textContent = service.info;

  const logo = /** @type {HTMLImageElement} */ (element('logo'));
  logo.hidden = !service.authorizationLogo;
  if (service.authorizationLogo) logo.src = service.authorizationLogo;
  else logo.removeAttribute('src');

  const account = authorized && authorizedAccount ? ` as ${authorizedAccount}` : '';
  element('status').textContent = hasStatus ? (authorized ? `Connected${account}` : 'Disconnected') : '';

  const button = element('authorize');
  element('action').hidden = !hasStatus || !service.authorizationPath;
  button.textContent = authorized ? service.authorizedTitle : service.unauthorizedTitle;
  button.classList.toggle('danger', Boolean(authorized));
  element('dot').hidden = !service.showAuthRedDot || Boolean(authorized);

  const [tone = ''] = service.licenseStatusColor.split('.', 1);
  element('license').textContent = service.licenseStatus;
  element('license').className = TONES.includes(tone) ? tone : 'muted';
  element('license-description').replaceChildren(...readMarkdown(service.licenseDescription));
  element('links').replaceChildren(
    ...service.authorizationLinks.map(({ label, uri }) => createLink(label, uri)),
  );
  showBanner(service.banner);
}

/** @param {BannerState | undefined} banner */
function showBanner(banner) {
  element('banner').hidden = !banner;
  if (!banner) return;
  element('banner').className = `banner ${banner.severity}`;
  element('banner-message').textContent = banner.message;
  element('banner-action').textContent = banner.action;
  element('banner-action').hidden = !banner.action;
  element('banner-close').setAttribute('aria-label', banner.closeButtonLabel);
  element('banner-close').hidden = !banner.closable || Boolean(banner.action);
}

/**
 * The texts and links of a description: no other Markdown counts here.
 *
 * @param {string} text
 */
function readMarkdown(text) {
  // The pattern has two groups: after each text follow a label and its URL.
  return text.split(/\[([^\]]*)\]\((https?:[^\s)]+)\)/).map((part, index, parts) => {
    if (index % 3 === 0) return part;
    return index % 3 === 1 ? createLink(part, parts[index + 1] ?? '') : '';
  });
}

/**
 * @param {string} label
 * @param {string} uri
 */
function createLink(label, uri) {
  const link = document.createElement('a');
  link.href = uri;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = label;
  return link;
}

/** The notices above the content. */
export class Notices {
  #list;
  #count = 0;

  /** @param {HTMLElement} list in a live region */
  constructor(list) {
    this.#list = list;
  }

  /**
   * Shows a notice.
   *
   * @param {HostMessage} notice its `level`, `message`, and `ttl` in milliseconds; 0 keeps it until it is dismissed.
   *   Default 5000.
   * @returns {string} its id
   */
  show({ level, message, ttl }) {
    const item = document.createElement('li');
    item.id = `notice-${(this.#count += 1)}`;
    item.className = `notice ${LEVELS.find((known) => known === level) ?? 'info'}`;
    const text = document.createElement('span');
    text.textContent = asText(message);
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', 'Dismiss');
    button.textContent = '×';
    button.addEventListener('click', () => item.remove());
    item.append(text, button);
    this.#list.append(item);
    const lifetime = typeof ttl === 'number' ? ttl : TIME_TO_LIVE;
    if (lifetime > 0) setTimeout(() => item.remove(), lifetime);
    return item.id;
  }
}
