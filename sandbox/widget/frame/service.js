// @ts-check
import { asObject, asText, request } from './host-messages.js';

/** @import { HostMessage } from './host-messages.js' */

/**
 * @typedef {object} BannerState
 * @property {string} id
 * @property {string} message
 * @property {string} severity
 * @property {string} action the caption of its button, empty where it has none
 * @property {boolean} closable
 * @property {string} closeButtonLabel
 */

/**
 * @typedef {object} ServiceState The service that the host has registered.
 * @property {string} name
 * @property {string} info
 * @property {string} authorizationPath empty where the service has no authorization button
 * @property {boolean | null} authorized `null` where the service has no status
 * @property {string} authorizedTitle
 * @property {string} unauthorizedTitle
 * @property {string} authorizedAccount
 * @property {string} authorizationLogo
 * @property {boolean} showAuthRedDot
 * @property {{ label: string, uri: string }[]} authorizationLinks
 * @property {string} buttonEventPath
 * @property {BannerState | undefined} banner
 * @property {string} licenseStatus
 * @property {string} licenseStatusColor a colour of the widget's palette, such as `danger.b04`
 * @property {string} licenseDescription with links in Markdown
 */

/** The one slot for a third-party service. Nothing of it survives a reload. */
export class Service {
  /** @type {ServiceState | undefined} */
  state;
  /** A registration without a display name keeps the one of an earlier registration. */
  #displayName = '';
  #render;

  /** @param {(state: ServiceState) => void} render */
  constructor(render) {
    this.#render = render;
  }

  /**
   * Fills the slot, or replaces what is in it.
   *
   * @param {HostMessage} message
   */
  register(message) {
    const service = asObject(message.service);
    const name = asText(service.name);
    if (!name) return;
    const { authorized, authorizationLinks } = service;
    this.#displayName = asText(service.displayName) || this.#displayName;
    this.#set({
      name: this.#displayName || name,
      info: asText(service.info),
      authorizationPath: asText(service.authorizationPath),
      authorized: typeof authorized === 'boolean' ? authorized : null,
      authorizedTitle: asText(service.authorizedTitle, 'Unauthorize'),
      unauthorizedTitle: asText(service.unauthorizedTitle, 'Authorize'),
      authorizedAccount: asText(service.authorizedAccount),
      authorizationLogo: imageUri(service.authorizationLogo),
      showAuthRedDot: Boolean(service.showAuthRedDot),
      authorizationLinks: Array.isArray(authorizationLinks) ? authorizationLinks.flatMap(readLink) : [],
      buttonEventPath: asText(service.buttonEventPath),
      banner: readBanner(service.banner),
      ...readLicense(service),
    });
  }

  /**
   * Updates the status. Nothing else changes the button.
   *
   * @param {HostMessage} message
   */
  update({ authorized, authorizedAccount }) {
    if (typeof this.state?.authorized !== 'boolean') return;
    // The documents call the account optional; the real widget fails on its absence, and the status stays as it was.
    if (typeof authorizedAccount !== 'string') {
      console.error('TypeError: authorizedAccount is not a string. The status update is dropped.');
      return;
    }
    this.#set({ ...this.state, authorized: Boolean(authorized), authorizedAccount });
  }

  /** @param {HostMessage} message */
  updateLicense(message) {
    if (this.state) this.#set({ ...this.state, ...readLicense(message) });
  }

  /** @param {unknown} banner */
  setBanner(banner) {
    if (this.state) this.#set({ ...this.state, banner: readBanner(banner) });
  }

  /** A click on the button: each one is a request, and the response changes nothing. */
  async click() {
    if (!this.state) return;
    const { authorizationPath, authorized } = this.state;
    await ask(authorizationPath, { authorized });
  }

  async clickBanner() {
    const { id, action } = this.state?.banner ?? {};
    await this.#tell({ id, type: 'customizedBanner', label: action });
  }

  async closeBanner() {
    const { id } = this.state?.banner ?? {};
    this.setBanner(undefined);
    await this.#tell({ id, type: 'customizedBanner', dismissed: true });
  }

  /** @param {object} button what was clicked, besides the authorization button */
  async #tell(button) {
    const path = this.state?.buttonEventPath;
    if (path) await ask(path, { button });
    else console.warn('Button event path is not registered');
  }

  /** @param {ServiceState} state */
  #set(state) {
    this.state = state;
    this.#render(state);
  }
}

/**
 * @param {string} path
 * @param {object} body
 */
async function ask(path, body) {
  try {
    await request(path, body);
  } catch (error) {
    console.error(error);
  }
}

/** @param {HostMessage} license */
function readLicense({ licenseStatus, licenseStatusColor, licenseDescription }) {
  return {
    licenseStatus: asText(licenseStatus),
    licenseStatusColor: asText(licenseStatusColor),
    licenseDescription: asText(licenseDescription),
  };
}

/**
 * @param {unknown} given
 * @returns {BannerState | undefined}
 */
function readBanner(given) {
  const { id, message, severity, action, closable, closeButtonLabel, hidden } = asObject(given);
  if (hidden || !asText(id) || !asText(message)) return undefined;
  return {
    id: asText(id),
    message: asText(message),
    severity: asText(severity, 'info'),
    action: asText(asObject(action).label),
    closable: Boolean(closable),
    closeButtonLabel: asText(closeButtonLabel, 'Close'),
  };
}

/** @param {unknown} link */
function readLink(link) {
  const { label, uri } = asObject(link);
  return typeof label === 'string' && /^https?:/.test(asText(uri)) ? [{ label, uri: asText(uri) }] : [];
}

/** @param {unknown} logo */
function imageUri(logo) {
  const uri = asText(logo);
  return ['data:image', 'http://', 'https://'].some((start) => uri.startsWith(start)) ? uri : '';
}
