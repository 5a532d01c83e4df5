// @ts-check

/**
 * Main-thread CPU time in ms, by kind of work. Unlike wall time, it excludes the time that other programs take.
 *
 * @typedef {Record<'script' | 'style' | 'layout' | 'paint' | 'loading', number>} MainThreadTime
 */

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur: number, tdur?: number }} TraceEvent */

/** Names of Chromium's trace events. Work that is missing here, such as garbage collection, cannot be assigned to a phase. */
const KINDS = /** @type {const} */ ({
  script: [
    'FunctionCall',
    'EvaluateScript',
    'RunMicrotasks',
    'EventDispatch',
    'TimerFire',
    'ParseHTML',
    'v8.run',
    'v8.callFunction',
    'v8.newInstance',
  ],
  loading: ['v8.compile', 'v8.produceCache', 'ParseAuthorStyleSheet'],
  style: ['UpdateLayoutTree'],
  layout: ['Layout'],
  paint: ['PrePaint', 'Paint', 'Layerize', 'Commit'],
});

const WAKE_UPS = ['FunctionCall', 'TimerFire', 'FireAnimationFrame', 'FireIdleCallback', 'EventDispatch'];

/**
 * Traces the browser during some work.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {() => Promise<void>} work
 * @param {readonly string[]} [categories] further ones
 * @returns {Promise<TraceEvent[]>}
 */
export async function trace(browser, work, categories = []) {
  const session = await browser.newBrowserCDPSession();
  /** @type {TraceEvent[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any[]} */ (value)));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      excludedCategories: ['*'],
      includedCategories: ['devtools.timeline', 'blink.user_timing', 'v8', ...categories],
    },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return events;
}

/**
 * The main-thread time between a page's marks (`performance.mark()`): events that began after one mark and before the next.
 *
 * @param {readonly TraceEvent[]} events
 * @param {readonly string[]} marks in the order in which they were set
 * @returns {Record<string, MainThreadTime>} by mark
 */
export function timeByMark(events, marks) {
  const starts = marks.map((mark) => events.find(({ name }) => name === mark));
  const { pid, tid } = starts[0] ?? {};
  const main = events.filter((event) => event.pid === pid && event.tid === tid);
  return Object.fromEntries(
    starts.map((start, i) => {
      const [from, to] = [start?.ts ?? NaN, starts[i + 1]?.ts ?? Infinity];
      // The task that sets the mark began before it, and ends after it.
      return [marks[i], sum(main.filter(({ ts, dur }) => ts + dur >= from && ts + dur < to))];
    }),
  );
}

/**
 * The number of times that the thread of two marks runs a page's script between them.
 *
 * @param {readonly TraceEvent[]} events
 * @param {string} from
 * @param {string} to
 */
export function countWakeUps(events, from, to) {
  const find = (/** @type {string} */ mark) => events.find(({ name }) => name === mark);
  const [start, end] = [find(from), find(to)];
  return events.filter(
    ({ name, pid, tid, ts }) =>
      WAKE_UPS.includes(name) &&
      pid === start?.pid &&
      tid === start.tid &&
      ts > start.ts &&
      ts < (end?.ts ?? Infinity),
  ).length;
}

/**
 * @param {readonly TraceEvent[]} events of one thread
 * @returns {MainThreadTime}
 */
export function sum(events) {
  /** @type {MainThreadTime} */
  const time = { script: 0, style: 0, layout: 0, paint: 0, loading: 0 };
  const add = (/** @type {string} */ name, /** @type {number} */ duration) => {
    for (const [kind, names] of Object.entries(KINDS)) {
      if (/** @type {readonly string[]} */ (names).includes(name)) {
        time[/** @type {keyof MainThreadTime} */ (kind)] += duration / 1000;
      }
    }
  };
  /** @type {TraceEvent[]} */
  const open = [];
  const complete = events.filter(({ ph, tdur }) => ph === 'X' && tdur !== undefined);
  for (const event of complete.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length && ended(/** @type {TraceEvent} */ (open.at(-1)), event.ts)) open.pop();
    const parent = open.at(-1);
    add(event.name, event.tdur ?? 0);
    // The parent's time includes this one's.
    if (parent) add(parent.name, -(event.tdur ?? 0));
    open.push(event);
  }
  return time;
}

/**
 * @param {TraceEvent} event
 * @param {number} time
 */
function ended({ ts, dur }, time) {
  return ts + dur <= time;
}
