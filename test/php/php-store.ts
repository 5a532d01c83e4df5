import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ConnectionRecord, Store } from '../../src/server.js';
import { SECRET } from '../server/fixtures.js';

const SCRIPT = fileURLToPath(new URL('stores.php', import.meta.url));

/** Where a process of PHP finds its store; without `dsn`, in its own memory. */
export interface PhpPlace {
  readonly dsn: string;
  readonly user?: string | undefined;
  readonly keys: readonly string[];
  readonly prefix: string;
}

interface Line {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly code?: string | number;
  readonly current?: ConnectionRecord;
}

type Change = (current: ConnectionRecord) => Promise<ConnectionRecord | undefined | null>;
interface Waiting {
  readonly settle: (line: Line) => void;
  readonly change: Change | undefined;
}

/** A process of PHP's, with a store of its own, that carries out calls. */
export class PhpProcess {
  readonly child: ChildProcess;
  /** Standard error: PHP's error log. */
  log = '';
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor(place: PhpPlace, settings: readonly string[] = []) {
    const options = ['error_reporting=-1', 'display_errors=stderr', ...settings].flatMap((each) => [
      '-d',
      each,
    ]);
    const args = [...options, SCRIPT, JSON.stringify({ ...place, secret: SECRET })];
    const child = spawn('php', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child = child;
    child.stderr.on('data', (text: Buffer) => (this.log += text.toString()));
    createInterface(child.stdout).on('line', (line) => void this.#read(JSON.parse(line) as Line));
    child.on('exit', () => {
      for (const [id, { settle }] of this.#waiting) settle({ id, error: `The process ended. ${this.log}` });
    });
  }

  /** Makes a call; rejects with its exception. */
  call(name: string, args: readonly unknown[], change?: Change): Promise<unknown> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      const settle = ({ error, code, value }: Line) => {
        this.#waiting.delete(id);
        if (error === undefined) resolve(value ?? undefined);
        else reject(Object.assign(new Error(error), { code }));
      };
      this.#waiting.set(id, { settle, change });
      this.#write({ id, call: name, args });
    });
  }

  async #read(line: Line): Promise<void> {
    const waiting = this.#waiting.get(line.id);
    if (line.current === undefined) return waiting?.settle(line);
    const [outcome] = await Promise.allSettled([waiting?.change?.(line.current)]);
    this.#write({ id: line.id, outcome: outcomeOf(outcome) });
  }

  #write(line: object): void {
    this.child.stdin?.write(`${JSON.stringify(line)}\n`);
  }
}

function outcomeOf(outcome: PromiseSettledResult<ConnectionRecord | undefined | null>) {
  if (outcome.status === 'rejected') return { kind: 'failed', value: (outcome.reason as Error).message };
  if (outcome.value === undefined) return { kind: 'none', value: null };
  return outcome.value === null ? { kind: 'removed', value: null } : { kind: 'record', value: outcome.value };
}

/** A store of PHP's: calls at the same time are made by processes of their own, but for one that is in memory. */
export class PhpStore implements Store {
  readonly #place: PhpPlace;
  readonly #all: PhpProcess[] = [];
  readonly #idle: PhpProcess[] = [];

  constructor(place: PhpPlace) {
    this.#place = place;
  }

  readonly connections: Store['connections'] = {
    get: (id) => this.call('connections.get', [id]) as Promise<ConnectionRecord | undefined>,
    list: (user) => this.call('connections.list', [user]) as Promise<ConnectionRecord[]>,
    find: (client, account) =>
      this.call('connections.find', [client, account]) as Promise<ConnectionRecord[]>,
    put: (record) => this.call('connections.put', [record]) as Promise<ConnectionRecord>,
    update: (id, change) =>
      this.call('connections.update', [id], change) as Promise<ConnectionRecord | undefined>,
    delete: (id) => this.call('connections.delete', [id]) as Promise<void>,
  };

  readonly states: Store['states'] = {
    add: (digest, record, now) => this.call('states.add', [digest, record, now]) as Promise<void>,
    get: (digest) => this.call('states.get', [digest]) as ReturnType<Store['states']['get']>,
    use: (digest) => this.call('states.use', [digest]) as Promise<boolean>,
  };

  readonly secrets: Store['secrets'] = {
    deliver: (digest, credentials, state) =>
      this.call('secrets.deliver', [digest, credentials, state]) as Promise<boolean>,
    collect: (digest) => this.call('secrets.collect', [digest]) as ReturnType<Store['secrets']['collect']>,
  };

  /** Makes a call in a process that has nothing else to do. */
  async call(name: string, args: readonly unknown[], change?: Change): Promise<unknown> {
    const one = this.#place.dsn ? this.#idle.pop() : this.#all[0];
    const process = one ?? new PhpProcess(this.#place);
    if (!one) this.#all.push(process);
    try {
      return await process.call(name, args, change);
    } finally {
      this.#idle.push(process);
    }
  }

  /** The error log of all its processes. */
  get log(): string {
    return this.#all.map(({ log }) => log).join('');
  }

  close(): void {
    for (const { child } of this.#all) child.kill('SIGKILL');
  }
}
