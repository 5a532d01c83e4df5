import { AuthorizationError, invalidConfiguration } from '../consent/errors.js';
import { sameOriginUrl } from '../consent/same-origin.js';
import { own } from '../providers/own.js';
import { isChallenge } from '../providers/pkce.js';

/** How long a state is good for, in ms: a server forgets it at some time. */
const FRESH = 10 * 60_000;
/** How long a server may take, in ms. */
const PATIENCE = 10_000;

/** What the page's server gives to one attempt. */
export interface ServerState {
  readonly state: string;
  /** PKCE's challenge, whose verifier the server keeps. Absent: the page makes a pair, if the provider uses PKCE. */
  readonly codeChallenge?: string | undefined;
}

/** Asks the page's server for states, one ahead of each click. */
export interface StateSource {
  readonly url: string;
  /** Asks for the next state, unless one is there or on its way. */
  prepare(): void;
  /** Takes the next state, at once if it is there. The promise rejects with an `AuthorizationError`. */
  take(): ServerState | Promise<ServerState>;
}

interface NextState {
  readonly state: Promise<ServerState>;
  /** When it was asked for. */
  readonly time: number;
  /** The state, once it is there. */
  value?: ServerState;
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

async function fetchState(stateUrl: string): Promise<ServerState> {
  const url = resolve(stateUrl);
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    // Cookies go along to this origin. Whoever is sent to a login page gets no state there.
    const response = await fetch(url, { cache: 'no-store', redirect: 'error', signal });
    const { state, codeChallenge } = own((await response.json()) as unknown);
    if (!response.ok || !state || typeof state !== 'string')
      throw new Error(`${url} answered ${response.status}`);
    if (codeChallenge === undefined || isChallenge(codeChallenge)) return { state, codeChallenge };
    throw new Error('Its codeChallenge must have 43 characters of base64url.');
  } catch (cause) {
    const { message } = cause as Error;
    const description = `state-url must answer {"state": "…"} as JSON. ${message}`;
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
