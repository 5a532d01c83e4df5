// @ts-check
/**
 * Does what `docs/getting-started.md` says, in an empty folder: writes its files, runs its commands, opens its page and presses
 * what it says to press. `node examples/first-hour.mjs [TARBALL]` packs the package if no tarball is given.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../test/browsers.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const DOCUMENT = 'docs/getting-started.md';
/** The document's sentence about the page: its address, the button on it, and the one of the CRM. */
const PRESS = /Open\s`(http:\S+)`,\spress\s\*\*(.+?)\*\*\sand\sthen\s\*\*(.+?)\*\*/;

const document = await withFreePorts(readFileSync(DOCUMENT, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'first-hour-'));
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

try {
  const tarball = resolve(process.argv[2] ?? pack());
  for (const [, language, file, code = ''] of document.matchAll(
    /^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm,
  )) {
    if (file) writeFileSync(join(folder, file), code);
    if (language !== 'sh') continue;
    for (const line of code.trim().split('\n')) {
      await run(line.replace(/^npm install crm-oauth-button\b/, `npm install ${tarball}`));
    }
  }
  console.log(`Connected: ${await connect()}`);
} finally {
  // The whole group of each: npx runs a shell, which runs the command.
  for (const { pid } of running) if (pid) process.kill(-pid);
  rmSync(folder, { recursive: true });
}

function pack() {
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { encoding: 'utf8' });
  return join(folder, name.trim().split('\n').at(-1) ?? '');
}

/**
 * Runs a command until it ends or, if it serves, until it says where.
 *
 * @param {string} command
 */
async function run(command) {
  console.log(`> ${command}`);
  const child = spawn(command, {
    cwd: folder,
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(([status]) => {
    running.delete(child);
    return status;
  });
  const serves = new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (String(chunk).includes('http://localhost:')) resolve(0);
    });
  });
  const status = await Promise.race([ended, serves]);
  if (status !== 0) throw new Error(`${command} ended with ${status}.`);
}

/** @returns {Promise<string>} what the page says about the connection */
async function connect() {
  const [, url = '', button = '', allow = ''] = PRESS.exec(document) ?? [];
  if (!url) throw new Error(`${DOCUMENT} does not say what to press.`);
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArgs });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const popup = page.waitForEvent('popup');
    await page.getByRole('button', { name: button }).click();
    await (await popup).getByRole('button', { name: allow }).click();
    return await page.getByRole('paragraph').filter({ hasText: 'Acme Trading' }).innerText();
  } finally {
    await browser.close();
  }
}

/**
 * Replaces each port that is taken here by a free one, wherever the document names it.
 *
 * @param {string} text
 */
async function withFreePorts(text) {
  const named = new Set([...text.matchAll(/localhost:(\d+)/g)].map(([, port]) => Number(port)));
  for (const port of named) {
    const free = await listen(port).catch(() => listen(0));
    text = text.replaceAll(new RegExp(`\\b${port}\\b`, 'g'), String(free));
  }
  return text;
}

/**
 * @param {number} port
 * @returns {Promise<number>} the port, which was free a moment ago
 */
async function listen(port) {
  const server = createServer().listen(port, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : port;
}
