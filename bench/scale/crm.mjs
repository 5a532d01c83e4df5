// @ts-check
import { randomOf } from './world.mjs';

/** A CRM with Kommo's tokens: the refresh token before stays valid until the one after is used. */
export class ModelCrm {
  /** Requests in each second of the day. */
  perSecond;
  /** Requests that got no answer. */
  unanswered = 0;
  /** Requests with a refresh token that is over. */
  lost = 0;
  #world;
  #random = randomOf(2);
  /** The newest refresh token of each connection, and the oldest that is valid. */
  #newest;
  #oldest;

  /** @param {import('./world.mjs').World} world */
  constructor(world) {
    this.#world = world;
    this.perSecond = new Uint32Array(Math.ceil(world.end) + 1);
    this.#newest = new Uint32Array(world.connections);
    this.#oldest = new Uint32Array(world.connections);
  }

  /**
   * Takes a request.
   *
   * @param {number} now
   * @param {number} id of the connection
   * @param {number} token the refresh token's number
   * @returns {{ after: number, token?: number, isTimeout?: boolean }} when the answer comes, with the new refresh token if it is one
   */
  refresh(now, id, token) {
    const { down, timeout, answer, limit } = this.#world;
    const taken = this.#count(now);
    if (now >= down[0] && now < down[1]) {
      this.unanswered++;
      // It may have carried the request out all the same: half of them, here.
      if (this.#random() < 0.5) this.#issue(id, token);
      return { after: timeout, isTimeout: true };
    }
    if (taken > limit) return { after: answer };
    return { after: answer, token: this.#issue(id, token) };
  }

  /** @param {number} now */
  #count(now) {
    const second = Math.floor(now);
    const count = (this.perSecond[second] ?? 0) + 1;
    this.perSecond[second] = count;
    return count;
  }

  /**
   * @param {number} id
   * @param {number} token
   */
  #issue(id, token) {
    if (token < (this.#oldest[id] ?? 0)) this.lost++;
    this.#oldest[id] = token;
    const issued = (this.#newest[id] ?? 0) + 1;
    this.#newest[id] = issued;
    return issued;
  }
}
