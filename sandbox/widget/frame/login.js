// @ts-check
import { asObject, asText } from './host-messages.js';

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
 * @typedef {object} Identity The user who is logged in.
 * @property {string} loginNumber company number and extension, `+16505550100*101`
 * @property {string} contractedCountryCode
 */

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** RingCentral's own login. It takes any code, and never checks the state: so does the real widget. */
export class Login {
  /** @type {Identity | undefined} */
  identity;
  #parameters;
  #onchange;
  /** One slot: whoever wrote it last wins. */
  #verifier = '';
  #id = crypto.randomUUID();
  /**
   * Made ahead, so that a click can open the window at once.
   *
   * @type {Awaited<ReturnType<typeof createPkce>> | undefined}
   */
  #pkce;

  /**
   * @param {Parameters} parameters
   * @param {() => void} onchange
   */
  constructor(parameters, onchange) {
    this.#parameters = parameters;
    this.#onchange = onchange;
  }

  /** Must come before {@link oAuthUri}. */
  async prepare() {
    this.#pkce = await createPkce();
  }

  /** The URL of a login, which makes every earlier one useless. PKCE is used unless there is a client secret. */
  oAuthUri() {
    const { appServer, clientId, clientSecret, redirectUri } = this.#parameters;
    const query = new URLSearchParams({
      response_type: 'code',
      redirect_uri: redirectUri,
      client_id: clientId,
      // The real one means its prefix in the middle, and has none there.
      state: `${btoa(String(Date.now()))}-undefined-${encodeURIComponent(btoa(this.#id))}`,
      brand_id: '',
      display: 'page',
      prompt: '',
      ui_locales: 'en-US',
      localeId: 'en-US',
    });
    for (const option of ['hide_remember_me', 'hide_tos']) query.append('ui_options', option);
    if (!clientSecret && this.#pkce) {
      this.#verifier = this.#pkce.verifier;
      query.set('code_challenge', this.#pkce.challenge);
      query.set('code_challenge_method', 'S256');
      void this.prepare();
    }
    return `${appServer}/restapi/oauth/authorize?${query}`;
  }

  /** Logs in with the code in the frame's URL, or else with the JWT. */
  async loginByParameters() {
    const { authorizationCode, authorizationCodeVerifier, jwt } = this.#parameters;
    if (authorizationCodeVerifier) this.#verifier = authorizationCodeVerifier;
    if (authorizationCode) await this.#loginWithCode(authorizationCode);
    else if (jwt) await this.#loginWithJwt(jwt);
  }

  /**
   * Logs in with the `callbackUri` of any message.
   *
   * @param {string} callbackUri
   * @throws {Error} with the response's `error`
   */
  async loginByCallback(callbackUri) {
    const { searchParams } = new URL(callbackUri, location.origin);
    const error = searchParams.get('error');
    if (error) throw new Error(error);
    const verifier = searchParams.get('code_verifier');
    if (verifier) this.#verifier = verifier;
    const jwt = searchParams.get('jwt');
    const code = searchParams.get('code');
    if (jwt) await this.#loginWithJwt(jwt);
    else if (code) await this.#loginWithCode(code);
  }

  logout() {
    this.#identify(undefined);
  }

  /** @param {string} code */
  async #loginWithCode(code) {
    await this.#loginWith({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.#parameters.redirectUri,
      ...(this.#verifier && { code_verifier: this.#verifier }),
    });
  }

  /** @param {string} assertion */
  async #loginWithJwt(assertion) {
    await this.#loginWith({ grant_type: JWT_BEARER, assertion });
  }

  /** @param {Record<string, string>} grant */
  async #loginWith(grant) {
    const { appServer, clientId, clientSecret } = this.#parameters;
    const tokens = await fetchJson(`${appServer}/restapi/oauth/token`, {
      method: 'POST',
      credentials: 'include',
      headers: clientSecret ? { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` } : {},
      body: new URLSearchParams(clientSecret ? grant : { ...grant, client_id: clientId }),
    });
    const headers = { authorization: `Bearer ${asText(tokens.access_token)}` };
    const [account, extension] = await Promise.all([
      fetchJson(`${appServer}/restapi/v1.0/account/~`, { headers }),
      fetchJson(`${appServer}/restapi/v1.0/account/~/extension/~`, { headers }),
    ]);
    const country = asObject(asObject(account.serviceInfo).contractedCountry);
    this.#identify({
      loginNumber: [asText(account.mainNumber), asText(extension.extensionNumber)].join('*'),
      contractedCountryCode: asText(country.isoCode),
    });
  }

  /** @param {Identity | undefined} identity */
  #identify(identity) {
    this.identity = identity;
    this.#onchange();
  }
}

/**
 * @param {string} url
 * @param {RequestInit} init
 * @throws {Error} with the body's `error`, and its description as the cause
 */
async function fetchJson(url, init) {
  const response = await fetch(url, init);
  const body = asObject(await response.json());
  if (response.ok) return body;
  throw new Error(asText(body.error), { cause: body.error_description });
}

/**
 * A fresh verifier and its S256 challenge.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4
 * @returns {Promise<{ verifier: string, challenge: string }>}
 */
async function createPkce() {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)) };
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
