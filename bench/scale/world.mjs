// @ts-check

export const HOUR = 3600;
export const DAY = 24 * HOUR;

/**
 * What the designs have to live with. All times in s.
 *
 * @typedef {object} World
 * @property {number} connections
 * @property {number} processes
 * @property {number} pool connections to the database, in each process
 * @property {number} lifetime of an access token
 * @property {number} leeway how long a token has to be good for
 * @property {number} timeout of a request to the CRM; it is sent twice
 * @property {number} answer how long a CRM that is up takes, for a refusal too
 * @property {number} limit requests that the CRM takes in a second; beyond, it answers 429
 * @property {readonly [from: number, to: number]} down when the CRM takes requests and answers none
 * @property {number} reloads how often a visitor loads a page again that failed
 * @property {number} end
 */

/** Of ten processes two are simulated, each with its whole pool, and with them a fifth of the connections and of the CRM. */
export const SAMPLE = 5;

/**
 * A million connections and ten processes, with Kommo's tokens and the library's defaults. Kommo documents 7 requests a second and not of whom it counts them; as each account has a
 * host of its own, the limit for all of them together is ASSUMED: 200.
 *
 * @see https://developers.kommo.com/docs/limitations
 * @type {World}
 */
export const BUSY_DAY = {
  connections: 1_000_000 / SAMPLE,
  processes: 10 / SAMPLE,
  pool: 20,
  lifetime: DAY,
  leeway: 300,
  timeout: 10,
  answer: 0.2,
  limit: 200 / SAMPLE,
  down: [12 * HOUR, 13 * HOUR],
  reloads: 3,
  end: DAY,
};

/**
 * A page of a site that asks for tokens, all of them at one moment.
 *
 * @typedef {object} Visit
 * @property {number} at when it was loaded first
 * @property {number} loaded when it was loaded last
 * @property {number} id of the connection
 * @property {number} process
 * @property {number} callers
 * @property {number} open callers without an answer
 * @property {number} tries how often it was loaded again
 * @property {boolean} failed
 */

/** ASSUMED: 2 pages a day and connection, which ask for 1 to 4 tokens at once: 5 requests on average. */
const [VISITS, MOST_CALLERS] = [2, 4];
/** ASSUMED: 19 times as many at half past twelve as at night. */
const [BUSIEST, SWING] = [12.5 * HOUR, 0.9];

/**
 * The visits of a day, in order. The same seed gives the same visits.
 *
 * @param {World} world
 * @param {number} seed
 * @returns {Generator<Visit>}
 */
export function* visits({ connections, processes }, seed) {
  const random = randomOf(seed);
  const most = ((connections * VISITS) / DAY) * (1 + SWING);
  const any = (/** @type {number} */ below) => Math.floor(random() * below);
  for (let at = 0; ;) {
    at -= Math.log(1 - random()) / most;
    if (at >= DAY) return;
    const share = 1 + SWING * Math.cos(((at - BUSIEST) / DAY) * 2 * Math.PI);
    if (random() * (1 + SWING) > share) continue;
    const callers = 1 + any(MOST_CALLERS);
    yield visitOf(at, any(connections), any(processes), callers);
  }
}

/** @type {(at: number, id: number, process: number, callers: number) => Visit} */
export function visitOf(at, id, process, callers) {
  return { at, loaded: at, id, process, callers, open: 0, tries: 0, failed: false };
}

/**
 * When the tokens expire that visitors have refreshed, in s after the first midnight: three days without trouble lie before it.
 *
 * @param {World} world
 */
export function expiriesOnDemand(world) {
  const random = randomOf(1);
  const expires = Float64Array.from({ length: world.connections }, () => random() * world.lifetime);
  for (let day = 0; day < 3; day++) {
    for (const { at, id } of visits(world, 100 + day)) {
      if (/** @type {number} */ (expires[id]) < at + world.leeway) expires[id] = at + world.lifetime;
    }
    for (let id = 0; id < expires.length; id++) expires[id] = /** @type {number} */ (expires[id]) - DAY;
  }
  return expires;
}

/**
 * Mulberry32: numbers from 0 to 1 that look random, and are the same each time.
 *
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
