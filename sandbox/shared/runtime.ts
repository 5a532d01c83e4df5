import { parseBehaviour, type Behaviour } from './behaviour.js';

/** A request to an OAuth endpoint, or one with a token of its own, kept for tests. */
export interface ReceivedRequest {
  /**
   * The browser goes to the authorization endpoint, and a server fetches tokens from the token endpoint (RFC 6749 §3): with which
   * `grant_type` is one of `params`. `account` asks which account a token is for, and `revocation` ends a grant (RFC 7009).
   */
  endpoint: 'authorization' | 'token' | 'account' | 'revocation';
  /** Path and query to the character as they were sent. Of `account` and `revocation` the path alone: a query may hold a token. */
  path: string;
  /** The decoded parameters, from the query or from the body. Of `account` and `revocation` none. */
  params: URLSearchParams;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  time: number;
}

/** Everything a {@link Runtime} is made from. */
export interface RuntimeOptions {
  behaviour: Behaviour;
  /** Receives lines in which secrets are already shortened. */
  log: (line: string) => void;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Whether a client id that nobody has registered is accepted. */
  takesUnknownClients: boolean;
}

const SECRET_NAMES = [
  'code',
  'client_secret',
  'access_token',
  'refresh_token',
  // The parameters of RingCentral's widget.
  'authorizationCode',
  'authorizationCodeVerifier',
  'clientSecret',
  'jwt',
];

/** In a query, and in a URL that is escaped in the query of another one. */
const SECRET = new RegExp(
  `(?:\\b|(?<=%[\\dA-F]{2}))(${SECRET_NAMES.join('|')})(=|%3D)([^&%\\s]{1,4})[^&\\s]*`,
  'gi',
);

/** The state that all endpoints of one sandbox share, whatever their protocol: behaviour, clock, log, requests. */
export class Runtime {
  readonly requests: ReceivedRequest[] = [];
  readonly now: () => number;
  readonly takesUnknownClients: boolean;
  /** Aborted when the sandbox closes: nothing may be sent after that. */
  readonly closing = new AbortController();
  readonly #log: (line: string) => void;
  readonly #initialBehaviour: Behaviour;
  #behaviour: Behaviour;

  constructor({ behaviour, log, now, takesUnknownClients }: RuntimeOptions) {
    this.now = now;
    this.takesUnknownClients = takesUnknownClients;
    this.#log = log;
    this.#initialBehaviour = behaviour;
    this.#behaviour = behaviour;
  }

  get behaviour(): Readonly<Behaviour> {
    return this.#behaviour;
  }

  /** Logs a line. Codes, tokens and secrets in it are shortened, so that the log can be passed on. */
  log(line: string): void {
    this.#log(line.replace(SECRET, '$1$2$3…'));
  }

  record(endpoint: 'authorization' | 'token', path: string, params: URLSearchParams): void {
    this.requests.push({ endpoint, path, params, time: this.now() });
  }

  /** Records a request that comes with a token, and nothing that could hold the token: of `path` no query. */
  recordCall(endpoint: 'account' | 'revocation', path: string): void {
    const params = new URLSearchParams();
    this.requests.push({ endpoint, path: path.replace(/\?.*/s, ''), params, time: this.now() });
  }

  /** @throws {TypeError} when the change is not valid; then nothing changes. */
  behave(change: unknown): void {
    this.#behaviour = { ...this.#behaviour, ...parseBehaviour(change) };
  }

  /** Back to the behaviour it was started with; forgets the requests. */
  reset(): void {
    this.#behaviour = this.#initialBehaviour;
    this.requests.length = 0;
  }
}
