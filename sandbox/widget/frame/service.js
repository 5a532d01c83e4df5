// @ts-check
import { asObject, asText, request } from './host-messages.js';

/** @import { HostMessage } from './host-messages.js' */

/**
 * @typedef {object} ServiceState The service that the host has registered.
 * @property {string} name
 * @property {string} info
 * @property {string} authorizationPath
 * @property {boolean | null} authorized `null` where the service has no authorization button.
 * @property {string} authorizedTitle
 * @property {string} unauthorizedTitle
 * @property {string} authorizedAccount
 * @property {string} authorizationLogo
 * @property {boolean} showAuthRedDot
 */

/** The one slot for a third-party service. Nothing of it survives a reload. */
export class Service {
  /** @type {ServiceState | undefined} */
  state;
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
    const { authorizationPath, authorized } = service;
    this.#set({
      name: asText(service.displayName) || name,
      info: asText(service.info),
      authorizationPath: asText(authorizationPath),
      authorized: authorizationPath && typeof authorized === 'boolean' ? authorized : null,
      authorizedTitle: asText(service.authorizedTitle, 'Unauthorize'),
      unauthorizedTitle: asText(service.unauthorizedTitle, 'Authorize'),
      authorizedAccount: asText(service.authorizedAccount),
      authorizationLogo: imageUri(service.authorizationLogo),
      showAuthRedDot: Boolean(service.showAuthRedDot),
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

  /** A click on the button: each one is a request, and the response changes nothing. */
  async click() {
    if (!this.state) return;
    const { authorizationPath, authorized } = this.state;
    try {
      await request(authorizationPath, { authorized });
    } catch (error) {
      console.error(error);
    }
  }

  /** @param {ServiceState} state */
  #set(state) {
    this.state = state;
    this.#render(state);
  }
}

/** @param {unknown} logo */
function imageUri(logo) {
  const uri = asText(logo);
  return ['data:image', 'http://', 'https://'].some((start) => uri.startsWith(start)) ? uri : '';
}
