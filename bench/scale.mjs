// @ts-check
import { writeFileSync } from 'node:fs';
import { amidJitter } from './scale/jobs.mjs';
import { countBoth } from './scale/real.mjs';
import { simulate } from './scale/simulate.mjs';
import { BUSY_DAY, DAY, expiriesOnDemand, HOUR, SAMPLE, visits } from './scale/world.mjs';
import { timeline } from './timeline.mjs';

const FILE = 'docs/scale.svg';
/** The points of a curve are means of so many s. */
const STEP = 600;

/**
 * A million connections for a day, in virtual time, with a CRM that is down for an hour: by who refreshes their tokens, and when.
 * The first three differ in what callers do who ask during the hour; the next one is what a site of this size needs.
 *
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
export async function scale() {
  const world = BUSY_DAY;
  const onDemand = expiriesOnDemand(world);
  const run = (
    /** @type {import('./scale/simulate.mjs').Design} */ design,
    expires = onDemand,
    day = world,
  ) => simulate(day, design, visits(day, 7), expires);
  const atMidnight = refreshedAtMidnight(world);
  const midnight = /** @type {const} */ ({ shares: true, job: 'midnight' });
  const shared = run({ shares: true });
  const apart = run({});
  const limited = run({ shares: true, pause: 'crm', atOnce: 10 });
  /** @type {Record<string, import('./scale/simulate.mjs').Outcome>} */
  const outcomes = {
    'each caller asks': apart,
    shared: shared,
    'shared, a pause for each': run({ shares: true, pause: 'connection' }),
    'shared, one pause, 10 at once': limited,
    'job at midnight': run(midnight, atMidnight),
    'job with jitter and limits': run({ shares: true, job: 'spread' }, amidJitter(world).expires),
  };
  const curves = Object.entries(outcomes).map(([name, { perSecond }]) => ({
    name,
    points: means(perSecond),
  }));
  const down = /** @type {const} */ ([world.down[0] / HOUR, world.down[1] / HOUR]);
  writeFileSync(
    FILE,
    timeline({ y: 'requests to the CRM per second', shaded: 'the CRM is down' }, down, curves),
  );
  console.error(`Plot: ${FILE}`);
  const atNight = { ...world, down: /** @type {const} */ ([0, HOUR]) };
  outcomes['job at midnight, the CRM down from 0 to 1'] = run(midnight, atMidnight, atNight);
  const { model, real } = await countBoth();
  return [
    ...Object.entries(outcomes).flatMap(([name, outcome]) => rowsOf(name, outcome)),
    ...[
      versus('shared: requests in the day', shared.sent, apart.sent, 1),
      versus(
        'shared, one pause, 10 at once: requests to a CRM that is down',
        limited.unanswered,
        apart.unanswered,
        0.25,
      ),
    ],
    {
      what: 'model against the real code: requests',
      unit: '',
      ours: model,
      theirs: real,
      against: 'createHandler(), 200 connections',
      // Either may be the larger one.
      ratio: Math.max(model, real) / Math.min(model, real),
      limit: 1.1,
    },
  ];
}

/** @type {(what: string, ours: number, theirs: number, limit: number) => import('./row.mjs').Row} */
function versus(what, ours, theirs, limit) {
  const against = 'each caller asks';
  return {
    what,
    unit: '',
    ours: ours * SAMPLE,
    theirs: theirs * SAMPLE,
    against,
    ratio: ours / theirs,
    limit,
  };
}

/**
 * @param {string} name
 * @param {import('./scale/simulate.mjs').Outcome} outcome
 * @returns {import('./row.mjs').Row[]}
 */
function rowsOf(name, outcome) {
  const row = (/** @type {string} */ what, /** @type {number} */ ours, unit = '') => ({
    what: `${name}: ${what}`,
    unit,
    ours,
  });
  return [
    row('requests, mean', (outcome.sent / DAY) * SAMPLE, 'per s'),
    row('requests, peak', Math.max(...means(outcome.perSecond, 1).map(([, y]) => y)), 'per s'),
    row('requests to a CRM that is down', outcome.unanswered * SAMPLE),
    row('requests after a failure', outcome.retries * SAMPLE),
    row('rows locked at once', outcome.mostLocks * SAMPLE),
    row('connections to the database wanted by a process', outcome.mostWanted),
    row('callers waiting at once', outcome.mostWaiting * SAMPLE),
    row('pages with a good token that waited over a second', outcome.late * SAMPLE),
    row('pages that failed, each time', outcome.errors * SAMPLE),
    row('after the hour, until the last of it is served', outcome.backlog, 's'),
    { ...row('refresh tokens lost', outcome.lost * SAMPLE), limit: 0 },
  ];
}

/**
 * Means over the day, by hour, of all processes.
 *
 * @param {Uint32Array} perSecond
 * @returns {[hour: number, perSecond: number][]}
 */
function means(perSecond, step = STEP) {
  return Array.from({ length: DAY / step }, (_, i) => {
    const part = perSecond.subarray(i * step, (i + 1) * step);
    return [((i + 0.5) * step) / HOUR, (part.reduce((sum, count) => sum + count, 0) / step) * SAMPLE];
  });
}

/**
 * When tokens expire that the job has refreshed the night before, as fast as the CRM lets it.
 *
 * @param {import('./scale/world.mjs').World} world
 */
function refreshedAtMidnight({ connections, limit, lifetime }) {
  return Float64Array.from({ length: connections }, (_, id) => id / limit + lifetime - DAY);
}
