import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStatic } from './server/stand-in/build-static.js';

const folder = process.argv[2] ?? fileURLToPath(new URL('public', import.meta.url));
await buildStatic(folder);
console.log(`The studio is in ${relative('.', folder)}, ready for any host.`);
