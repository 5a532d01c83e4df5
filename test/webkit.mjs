// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

/**
 * Runs tests in WebKitGTK's MiniBrowser, with a driver and a display of its own.
 * The driver has one session at a time, so the runner's `concurrency` has to be 1.
 */
export class WebKitLauncher extends WebdriverLauncher {
  /** @type {import('node:child_process').ChildProcess[]} */
  #children = [];
  #executables;
  #options;

  /** @param {{ browser: string, driver: string, xvfb: string }} executables */
  constructor(executables) {
    const options = {
      hostname: '127.0.0.1',
      port: 0,
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: executables.browser, args: ['--automation'] },
      },
    };
    super(options);
    this.#executables = executables;
    this.#options = options;
  }

  /** @override @param {Parameters<WebdriverLauncher['initialize']>[0]} config */
  async initialize(config) {
    process.once('exit', this.#kill);
    const display = await this.#startDisplay();
    this.#options.port = await freePort();
    this.#spawn(this.#executables.driver, [`--port=${this.#options.port}`], 'ignore', { DISPLAY: display });
    await super.initialize(config);
    this.name = 'WebKit';
  }

  /** @override */
  async stop() {
    await super.stop();
    this.#kill();
    process.off('exit', this.#kill);
  }

  async #startDisplay() {
    const { stdout } = this.#spawn(this.#executables.xvfb, ['-displayfd', '1', '-nolisten', 'tcp'], 'pipe');
    const [number] = await once(/** @type {import('node:stream').Readable} */ (stdout), 'data');
    return `:${String(number).trim()}`;
  }

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {'ignore' | 'pipe'} stdout
   * @param {Record<string, string>} env
   */
  #spawn(command, args, stdout, env = {}) {
    const child = spawn(command, args, {
      stdio: ['ignore', stdout, 'ignore'],
      env: { ...process.env, ...env },
    });
    this.#children.push(child);
    return child;
  }

  #kill = () => {
    for (const child of this.#children) child.kill();
  };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}
