// @ts-check
/** One candidate in a process of its own: `node --expose-gc connect.mjs NAME CRM`. It prints numbers as JSON. */
import { inTurns, timed } from './in-turns.mjs';
import { allow, begin, comeBack } from './visit.mjs';

const [name, crm] = process.argv.slice(2);
/** How many connects warm up, how many are measured, and how many callbacks are timed one by one. */
const [WARM, MANY, SINGLE] = [100, 300, 200];

const { createSite } = await import(new URL(`rivals/${name}.mjs`, import.meta.url).href);
/** @type {import('./visit.mjs').Site} */
const site = createSite(crm);

/** What the CRM's consent page takes is left out of the time. */
async function connect(/** @type {number} */ count, /** @type {number} */ atOnce) {
  /** @type {Awaited<ReturnType<typeof begin>>[]} */
  const begun = [];
  const first = await timed(count, atOnce, async (index) => (begun[index] = await begin(site, index)));
  /** @type {Request[]} */
  const requests = [];
  await inTurns(
    count,
    1,
    async (index) => (requests[index] = await allow(/** @type {any} */ (begun[index]))),
  );
  const second = await timed(count, atOnce, (index) =>
    comeBack(site, /** @type {Request} */ (requests[index])),
  );
  return { perSecond: 1 / (1 / first.perSecond + 1 / second.perSecond), times: second.times };
}

await connect(WARM, 50);
const { perSecond: connects } = await connect(MANY, 50);
const { times } = await connect(SINGLE, 1);
globalThis.gc?.();
const { heapUsed: heap, rss } = process.memoryUsage();
console.log(JSON.stringify({ connects, times, heap, rss }));
process.exit();
