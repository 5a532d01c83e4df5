// @ts-check
import { Pool } from './pool.mjs';

/** @typedef {{ process: number, id: number, leeway: number, shares: boolean }} Ask */
/** @typedef {Ask & { heard: ((isDone: boolean) => void)[] }} Task */
/** @typedef {{ now: () => number, in: (seconds: number, event: () => void) => void }} Clock */

/**
 * The processes of a site: a pool of connections to the database in each, which is given in the order of asking, and rows that are
 * locked while they are refreshed.
 */
export class Site {
  /** Rows locked now, and at most. */
  #locks = 0;
  mostLocks = 0;
  /** Requests to the CRM, and those of them that follow a failure. */
  sent = 0;
  retries = 0;
  #world;
  #expires;
  #clock;
  #crm;
  #processes;
  /** Refresh tokens in the store, by connection, and whether the last refresh has failed. */
  #tokens;
  #failed;
  /** Rows that are locked, and who waits for them. */
  #locked;
  /** @type {Map<number, Task[]>} */
  #waiting = new Map();

  /**
   * @param {import('./world.mjs').World} world
   * @param {Float64Array} expires
   * @param {Clock} clock
   * @param {import('./crm.mjs').ModelCrm} crm
   */
  constructor(world, expires, clock, crm) {
    this.#world = world;
    this.#expires = Float64Array.from(expires);
    this.#clock = clock;
    this.#crm = crm;
    this.#tokens = new Uint32Array(world.connections);
    this.#failed = new Uint8Array(world.connections);
    this.#locked = new Uint8Array(world.connections);
    this.#processes = Array.from({ length: world.processes }, () => ({
      pool: new Pool(world.pool, clock),
      /** By connection, the first one under way. */
      /** @type {Map<number, Task[]>} */
      tasks: new Map(),
    }));
  }

  /**
   * @param {number} id
   * @param {number} leeway in s
   */
  isFresh(id, leeway) {
    return /** @type {number} */ (this.#expires[id]) > this.#clock.now() + leeway;
  }

  /** Connections of one process to the database, in use or waited for, at most. */
  get mostWanted() {
    return Math.max(...this.#processes.map(({ pool }) => pool.mostWanted));
  }

  /** @param {number} process */
  refreshing(process) {
    return this.#at(process).tasks.size;
  }

  /**
   * @param {number} process
   * @param {number} id
   */
  isRefreshing(process, id) {
    return this.#at(process).tasks.has(id);
  }

  /**
   * Reads a row, as soon as the pool has a connection.
   *
   * @param {number} process
   * @param {() => void} then
   */
  read(process, then) {
    this.#at(process).pool.pass(then);
  }

  /**
   * Refreshes one connection after those who ask for the same in this process, or with them.
   *
   * @param {Ask} ask
   * @param {(isDone: boolean) => void} heard
   */
  refresh(ask, heard) {
    const { tasks } = this.#at(ask.process);
    const line = tasks.get(ask.id);
    if (line && ask.shares) return void line[0]?.heard.push(heard);
    const { process, id, leeway, shares } = ask;
    const task = { process, id, leeway, shares, heard: [heard] };
    if (line) return void line.push(task);
    tasks.set(id, [task]);
    this.#begin(task);
  }

  /** @param {Task} task */
  #begin(task) {
    this.#at(task.process).pool.take(() => {
      if (this.#locked[task.id]) {
        return void this.#waiting.set(task.id, [...(this.#waiting.get(task.id) ?? []), task]);
      }
      this.#locked[task.id] = 1;
      this.mostLocks = Math.max(this.mostLocks, ++this.#locks);
      this.#send(task, 1);
    });
  }

  /**
   * @param {Task} task
   * @param {1 | 2} time
   */
  #send(task, time) {
    const { id } = task;
    if (time === 1 && this.isFresh(id, task.leeway)) return this.#end(task, true);
    this.sent++;
    if (time === 2 || this.#failed[id]) this.retries++;
    const { after, token, isTimeout } = this.#crm.refresh(this.#clock.now(), id, this.#tokens[id] ?? 0);
    this.#clock.in(after, () => {
      if (isTimeout && time === 1) return this.#send(task, 2);
      this.#failed[id] = token === undefined ? 1 : 0;
      if (token === undefined) return this.#end(task, false);
      this.#tokens[id] = token;
      this.#expires[id] = this.#clock.now() + this.#world.lifetime;
      this.#end(task, true);
    });
  }

  /**
   * @param {Task} task
   * @param {boolean} isDone
   */
  #end(task, isDone) {
    const { pool, tasks } = this.#at(task.process);
    const line = tasks.get(task.id);
    line?.shift();
    const next = line?.[0];
    if (!next) tasks.delete(task.id);
    const waiting = this.#waiting.get(task.id)?.shift();
    if (waiting) {
      this.#clock.in(0, () => this.#send(waiting, 1));
    } else {
      this.#waiting.delete(task.id);
      this.#locked[task.id] = 0;
      this.#locks--;
    }
    pool.giveBack();
    for (const hear of task.heard) hear(isDone);
    if (next) this.#begin(next);
  }

  /** @param {number} index */
  #at(index) {
    const process = this.#processes[index];
    if (!process) throw new RangeError(`There is no process ${index}.`);
    return process;
  }
}
