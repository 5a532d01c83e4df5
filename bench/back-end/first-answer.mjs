// @ts-check
/** A process that starts, has one candidate answer the first request, and says so: `node first-answer.mjs NAME CRM`. */
import { begin } from './visit.mjs';

const [name, crm] = process.argv.slice(2);
const { createSite } = await import(new URL(`rivals/${name}.mjs`, import.meta.url).href);
await begin(createSite(crm), 0);
process.stdout.write('answered');
process.exit();
