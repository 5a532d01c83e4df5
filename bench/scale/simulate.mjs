// @ts-check
import { ModelCrm } from './crm.mjs';
import { Pauses } from './pauses.mjs';
import { EventQueue } from './queues.mjs';
import { Site } from './site.mjs';
import { startJob } from './jobs.mjs';
import { randomOf } from './world.mjs';

/**
 * Who refreshes, and what keeps them from asking too often.
 *
 * @typedef {object} Design
 * @property {boolean} [shares] callers of one process wait for one refresh, and share its failure
 * @property {'connection' | 'crm'} [pause] after a failure, of what: one connection, or all
 * @property {number} [atOnce] refreshes that visitors start at once in each process; more fail at once
 * @property {'midnight' | 'spread'} [job]
 */

/** @typedef {ReturnType<typeof simulate>} Outcome */

/** The wait for a token that is good and only has to be read, in s, which counts as one. */
const LATE = 1;

/**
 * Runs a day of one design, event by event.
 *
 * @param {import('./world.mjs').World} world
 * @param {Design} design
 * @param {Iterable<import('./world.mjs').Visit>} visits in order
 * @param {Float64Array} expires when each connection's access token does
 */
export function simulate(world, design, visits, expires) {
  const random = randomOf(3);
  const events = new EventQueue();
  const crm = new ModelCrm(world);
  const pauses = new Pauses(random);
  const counts = { waiting: 0, mostWaiting: 0, errors: 0, late: 0, lastOfHour: 0 };
  let now = 0;
  const clock = {
    now: () => now,
    in: (/** @type {number} */ seconds, /** @type {() => void} */ event) => events.push(now + seconds, event),
  };
  const site = new Site(world, expires, clock, crm);
  const keyOf = (/** @type {import('./world.mjs').Visit} */ { process, id }) =>
    design.pause === 'crm' ? `${process}` : `${process} ${id}`;
  const isPaused = (/** @type {import('./world.mjs').Visit} */ page) => pauses.holds(keyOf(page), now);

  /** @param {import('./world.mjs').Visit} page */
  function load(page) {
    page.open = page.callers;
    page.loaded = now;
    counts.waiting += page.callers;
    counts.mostWaiting = Math.max(counts.mostWaiting, counts.waiting);
    // As in the guide: before the store is asked.
    if (design.pause === 'connection' && isPaused(page)) return answer(page, page.callers, false);
    site.read(page.process, () => ask(page));
  }

  /** @param {import('./world.mjs').Visit} page */
  function ask(page) {
    const { process, id, callers } = page;
    if (site.isFresh(id, world.leeway)) {
      if (now > page.loaded + LATE) counts.late++;
      return answer(page, callers, true);
    }
    if (design.pause === 'crm' && isPaused(page)) return answer(page, callers, false);
    const isFull = site.refreshing(process) >= (design.atOnce ?? Infinity);
    if (isFull && !site.isRefreshing(process, id)) return answer(page, callers, false);
    const refreshes = design.shares ? 1 : callers;
    for (let i = 0; i < refreshes; i++) {
      const ask = { process, id, leeway: world.leeway, shares: Boolean(design.shares) };
      site.refresh(ask, (isDone) => {
        settle(page, callers / refreshes, isDone);
        answer(page, callers / refreshes, isDone);
      });
    }
  }

  /** @type {(page: import('./world.mjs').Visit, callers: number, isDone: boolean) => void} */
  function settle(page, callers, isDone) {
    if (!design.pause) return;
    if (isDone) return pauses.end(keyOf(page));
    // Each caller counts the failure that they share.
    for (let i = 0; i < callers; i++) pauses.lengthen(keyOf(page), now);
  }

  /** @type {(page: import('./world.mjs').Visit, callers: number, isDone: boolean) => void} */
  function answer(page, callers, isDone) {
    counts.waiting -= callers;
    page.open -= callers;
    page.failed ||= !isDone;
    if (page.open) return;
    if (page.failed) counts.errors++;
    const again = page.failed && page.tries < world.reloads;
    if (!again) return noteEnd(page.at);
    const next = { ...page, tries: page.tries + 1, failed: false };
    next.process = Math.floor(random() * world.processes);
    clock.in(15 + 30 * random(), () => load(next));
  }

  /** @param {number} since when it began to be due */
  function noteEnd(since) {
    if (since >= world.down[0] && since < world.down[1]) counts.lastOfHour = Math.max(counts.lastOfHour, now);
  }

  if (design.job) startJob(design.job, { world, site, clock, random, pauses, noteEnd });
  for (const visit of visits) {
    while (events.next <= visit.at) step();
    now = visit.at;
    load(visit);
  }
  while (events.next < world.end) step();
  function step() {
    now = events.next;
    events.pop()?.();
  }

  const { mostLocks, mostWanted, retries, sent } = site;
  return {
    ...{ sent, retries, mostLocks, mostWanted, perSecond: crm.perSecond },
    ...{
      unanswered: crm.unanswered,
      lost: crm.lost,
      mostWaiting: counts.mostWaiting,
      errors: counts.errors,
      late: counts.late,
    },
    backlog: Math.max(0, counts.lastOfHour - world.down[1]),
  };
}
