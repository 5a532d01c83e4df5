import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const PREFERENCES = {
  // Any that is free.
  'marionette.port': 0,
};

interface Waiting {
  readonly resolve: (result: { value?: unknown }) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A headless Firefox, driven by its own protocol, Marionette: the drivers that speak WebDriver show nothing of the
 * accessibility tree that assistive technology gets.
 */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #id = 0;
  #received = Buffer.alloc(0);

  private constructor(process: ChildProcess, profile: string, socket: Socket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
  }

  static async start(executable: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
    const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${value});`);
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const options = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];
    const process = spawn(executable, [...options, '--profile', profile], { stdio: 'ignore' });
    const file = join(profile, 'MarionetteActivePort');
    while (!existsSync(file) || !readFileSync(file, 'utf8')) await setTimeout(50);
    const socket = connect(Number(readFileSync(file, 'utf8')), '127.0.0.1');
    await once(socket, 'connect');
    const firefox = new Firefox(process, profile, socket);
    await firefox.#send('WebDriver:NewSession');
    return firefox;
  }

  async goto(url: string): Promise<void> {
    await this.#send('Marionette:SetContext', { value: 'content' });
    await this.#send('WebDriver:Navigate', { url });
    // A new window has the focus in its address bar.
    await this.run('chrome', 'gBrowser.selectedBrowser.focus()');
  }

  /** Runs the body of an async function in the page, or in the browser's own scope. */
  async run<T>(context: 'content' | 'chrome', body: string): Promise<T> {
    await this.#send('Marionette:SetContext', { value: context });
    const script = `const [done] = arguments; (async () => {${body}})().then(done, (error) => done(String(error)));`;
    const { value } = await this.#send('WebDriver:ExecuteAsyncScript', { script, args: [], sandbox: null });
    return value as T;
  }

  async close(): Promise<void> {
    const exit = once(this.#process, 'exit');
    this.#socket.destroy();
    this.#process.kill('SIGKILL');
    await exit;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #send(command: string, parameters: object = {}): Promise<{ value?: unknown }> {
    const id = (this.#id += 1);
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]));
    this.#socket.write(`${message.length}:`);
    this.#socket.write(message);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Messages come as their length, a colon, and JSON. */
  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const start = this.#received.indexOf(':') + 1;
      const end = start + Number(this.#received.subarray(0, start - 1));
      if (!start || this.#received.length < end) return;
      const message = JSON.parse(this.#received.subarray(start, end).toString()) as unknown;
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message)) this.#settle(message);
    }
  }

  #settle([, id, error, result]: unknown[]): void {
    const waiting = this.#waiting.get(id as number);
    this.#waiting.delete(id as number);
    if (error) waiting?.reject(new Error((error as Error).message));
    else waiting?.resolve(result as { value?: unknown });
  }
}
