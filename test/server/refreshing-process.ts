import { once } from 'node:events';
import { Pool } from 'pg';
import { freshTokens, PostgresTokenStore } from '../../src/server.js';
import { SHOP } from '../sandbox/fixtures.js';
import { Client } from '../../src/server.js';

// An integrator's process: on command, it asks for an account's tokens several times at once.
const [host, server] = process.argv.slice(2) as [string, string];
const pool = new Pool({ host, user: 'test', database: 'postgres', max: 2 });
const options = { client: new Client(SHOP), store: new PostgresTokenStore(pool), server };
await pool.query('SELECT 1');
console.log('ready');
await once(process.stdin, 'data');
const tokens = await Promise.all(Array.from({ length: 5 }, () => freshTokens('acme', options)));
console.log(JSON.stringify(tokens.map((each) => each?.accessToken)));
await pool.end();
process.exit();
