// @ts-check
import { Line } from './queues.mjs';
import { HOUR, randomOf } from './world.mjs';

/**
 * @typedef {object} Surroundings
 * @property {import('./world.mjs').World} world
 * @property {import('./site.mjs').Site} site
 * @property {import('./site.mjs').Clock} clock
 * @property {() => number} random
 * @property {import('./pauses.mjs').Pauses} pauses
 * @property {(since: number) => void} noteEnd
 */

/** The share of its life after which a token is refreshed: at random between these. */
const [EARLIEST, LATEST] = [0.5, 0.9];
/** What each process may do: refreshes at once, and in a second. */
const LIMIT = { atOnce: 5, perSecond: 5 };

/**
 * Starts a job that refreshes every connection before its token ends.
 *
 * @param {NonNullable<import('./simulate.mjs').Design['job']>} kind
 * @param {Surroundings} surroundings
 */
export function startJob(kind, surroundings) {
  if (kind === 'midnight') refreshAllAtOnce(surroundings);
  else refreshWithJitter(surroundings);
}

/**
 * All at midnight, and again at once after a failure.
 *
 * @param {Surroundings} surroundings
 */
function refreshAllAtOnce({ world, site, noteEnd }) {
  for (let id = 0; id < world.connections; id++) {
    // All but those that a visitor has refreshed in the hour before.
    const ask = { process: id % world.processes, id, leeway: world.lifetime - HOUR, shares: false };
    const start = () => site.refresh(ask, (isDone) => (isDone ? noteEnd(0) : start()));
    start();
  }
}

/**
 * Each at a moment of its own, few at once, and after a failure none for a while.
 *
 * @param {Surroundings} surroundings
 */
function refreshWithJitter({ world, site, clock, random, pauses, noteEnd }) {
  const interval = () => intervalOf(world, random);
  const { due } = amidJitter(world);
  const processes = Array.from({ length: world.processes }, (_, process) => ({
    process,
    /** @type {Line<{ id: number, since: number }>} */
    due: new Line(),
    running: 0,
    next: 0,
    isAwaited: false,
  }));
  for (let id = 0; id < world.connections; id++) {
    const own = /** @type {(typeof processes)[number]} */ (processes[id % world.processes]);
    clock.in(due[id] ?? 0, () => becomeDue(own, id));
  }

  /** @type {(own: (typeof processes)[number], id: number) => void} */
  function becomeDue(own, id) {
    own.due.push({ id, since: clock.now() });
    start(own);
  }

  /** @param {(typeof processes)[number]} own */
  function start(own) {
    if (own.isAwaited || own.running === LIMIT.atOnce || !own.due.length) return;
    const wait = Math.max(own.next, pauses.until(`job ${own.process}`)) - clock.now();
    if (wait > 0) {
      own.isAwaited = true;
      return clock.in(wait, () => {
        own.isAwaited = false;
        start(own);
      });
    }
    const first = own.due.shift();
    if (!first) return;
    own.running++;
    own.next = clock.now() + 1 / LIMIT.perSecond;
    const ask = { process: own.process, id: first.id, leeway: world.lifetime * (1 - EARLIEST), shares: true };
    site.refresh(ask, (isDone) => {
      own.running--;
      if (isDone) {
        pauses.end(`job ${own.process}`);
        noteEnd(first.since);
        clock.in(interval(), () => becomeDue(own, first.id));
      } else {
        pauses.lengthen(`job ${own.process}`, clock.now());
        own.due.push(first);
      }
      start(own);
    });
    start(own);
  }
}

/**
 * When each token is due and when it expires, in the midst of such a job: a longer interval is met more often.
 *
 * @param {import('./world.mjs').World} world
 */
export function amidJitter(world) {
  const random = randomOf(5);
  const due = new Float64Array(world.connections);
  const expires = due.map((_, id) => {
    let interval = intervalOf(world, random);
    while (random() * LATEST * world.lifetime > interval) interval = intervalOf(world, random);
    due[id] = random() * interval;
    return (due[id] ?? 0) + world.lifetime - interval;
  });
  return { due, expires };
}

/** @type {(world: import('./world.mjs').World, random: () => number) => number} */
function intervalOf({ lifetime }, random) {
  return lifetime * (EARLIEST + (LATEST - EARLIEST) * random());
}
