import { AuthorizationError, invalidConfiguration } from '../consent/errors.js';
import { sameOriginUrl } from '../consent/same-origin.js';
import { own } from '../providers/own.js';

/** How long a state is good for, in ms: a server forgets it at some time. */
const FRESH = 10 * 60_000;
/** How long a server may take, in ms. */
const PATIENCE = 10_000;

/** Asks the page's server for states, one ahead of each click. */
export interface StateSource {
  readonly url: string;
  /** Asks for the next state, unless one is there or on its way. */
  prepare(): void;
  /** Takes the next state, at once if it is there. The promise rejects with an `AuthorizationError`. */
  take(): string | Promise<string>;
}

interface NextState {
  readonly state: Promise<string>;
  /** When it was asked for. */
  readonly time: number;
  /** The state, once it is there. */
  value?: string;
}

/** Creates a source of states. */
export function createStateSource(url: string): StateSource {
  let next: NextState | undefined;
  const ask = (): NextState => {
    if (next && Date.now() - next.time < FRESH) return next;
    const asked: NextState = { state: fetchState(url), time: Date.now() };
    asked.state.then(
      (value) => (asked.value = value),
      () => {
        // The click asks again, and says what went wrong.
        if (next === asked) next = undefined;
      },
    );
    return (next = asked);
  };
  return {
    url,
    prepare: () => void ask(),
    take() {
      const { value, state } = ask();
      next = undefined;
      return value ?? state;
    },
  };
}

async function fetchState(stateUrl: string): Promise<string> {
  const url = resolve(stateUrl);
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    // Cookies go along to this origin. Whoever is sent to a login page gets no state there.
    const response = await fetch(url, { cache: 'no-store', redirect: 'error', signal });
    const { state } = own((await response.json()) as unknown);
    if (response.ok && state && typeof state === 'string') return state;
    throw new Error(`${url} answered ${response.status}`);
  } catch (cause) {
    const { message } = cause as Error;
    const description = `state-url gave no state: it must answer {"state": "…"} as JSON. ${message}`;
    throw new AuthorizationError('state_unavailable', { description, cause });
  }
}

function resolve(stateUrl: string): string {
  try {
    return sameOriginUrl('state-url', stateUrl);
  } catch (cause) {
    throw invalidConfiguration((cause as Error).message, cause);
  }
}
