// @ts-check
/** The project's sandbox in a thread of its own: it allows each authorization at once, for the same account. */
import { parentPort } from 'node:worker_threads';

const { startSandbox } = await import(new URL('../../dist/sandbox/index.js', import.meta.url).href);
const { port } = await startSandbox({ port: 0, behaviour: { answer: 'allow' } });
parentPort?.postMessage({ port });
