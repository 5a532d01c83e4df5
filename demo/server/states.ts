import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Failure } from './failure.js';

const MINUTE = 60_000;
const LIFETIME = 10 * MINUTE;
/** How long a state that has expired is still told from one that never was. */
const KEPT = 60 * MINUTE;

interface Issued {
  session: string;
  expires: number;
  used: boolean;
}

/**
 * One-time states, each bound to the session that asked. They keep a stranger from planting their own authorization
 * code on a visitor.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 */
export class States {
  readonly #now: () => number;
  /** By digest: how long a lookup takes says nothing about the state itself. */
  readonly #issued = new Map<string, Issued>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new state for one attempt: 10 minutes, single use. */
  issue(session: string): string {
    this.#forgetOld();
    const state = randomBytes(24).toString('base64url');
    this.#issued.set(digest(state), { session, expires: this.#now() + LIFETIME, used: false });
    return state;
  }

  /**
   * Uses a state up.
   *
   * @throws {Failure} when it belongs to no session or another one, when it has been used, and when it is too old.
   */
  redeem(session: string, state: string | undefined): string {
    const issued = state ? this.#issued.get(digest(state)) : undefined;
    if (!state || !issued || !isSame(issued.session, session)) throw new Failure('state_mismatch');
    if (issued.used) throw new Failure('state_used');
    if (issued.expires <= this.#now()) throw new Failure('state_expired');
    issued.used = true;
    return state;
  }

  /** Whether this state was issued and is still young, used or not. */
  isCurrent(state: string): boolean {
    const issued = this.#issued.get(digest(state));
    return issued !== undefined && issued.expires > this.#now();
  }

  #forgetOld(): void {
    for (const [key, { expires }] of this.#issued) {
      if (expires + KEPT <= this.#now()) this.#issued.delete(key);
    }
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isSame(expected: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(digest(expected)), Buffer.from(digest(given)));
}
