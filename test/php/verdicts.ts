import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { digest, hmac } from '../../src/server/crypto.js';
import { hex } from '../../src/providers/encoding.js';
import { verifyClaims } from '../../src/server/jwt.js';
import { findCurrentHost } from '../../src/server/tokens/current-host.js';
import { checkApiHost } from '../../src/server/tokens/api-hosts.js';
import { checkHost } from '../../src/server/tokens/hosts.js';
import {
  CallbackError,
  Client,
  type ClientOptions,
  exchangeCode,
  fetchAccount,
  issueState,
  MemoryStateStore,
  oauth2Tokens,
  readAuthorizationResponse,
  refreshTokens,
  revokeTokens,
  TokenError,
  type TokenRecord,
  TokenSet,
  verifyDisconnect,
  verifyOneTimeToken,
  verifyState,
} from '../../src/server.js';
import type { ClientSettings, Vectors } from '../vectors/read.js';

/** A call of the back end, as JSON, that both languages carry out. */
export type Case =
  | { readonly call: 'client'; readonly client: ClientSettings }
  | { readonly call: 'endpoint'; readonly provider: string }
  | { readonly call: 'host' | 'apiHost'; readonly client: ClientSettings; readonly given: unknown }
  | { readonly call: 'record'; readonly tokens: unknown }
  | {
      readonly call: 'response';
      readonly client: ClientSettings;
      readonly url: string;
      readonly isAccepted: boolean;
    }
  | { readonly call: 'digest'; readonly text: string }
  | { readonly call: 'hmac'; readonly key: string; readonly text: string }
  | {
      readonly call: 'oneTimeToken';
      readonly client: ClientSettings;
      readonly token: string;
      readonly now: number;
    }
  | { readonly call: 'disconnect'; readonly url: string; readonly clientId: string; readonly secret: string }
  | ({ readonly call: 'states' } & States)
  | { readonly call: 'claims'; readonly token: string; readonly secret: string }
  | {
      readonly call: 'exchange';
      readonly client: ClientSettings;
      readonly code: string;
      readonly host: unknown;
      readonly options?: Options;
    }
  | {
      readonly call: 'refresh' | 'revoke' | 'account' | 'currentHost' | 'dumps';
      readonly client: ClientSettings;
      readonly tokens: unknown;
      readonly options?: Options;
    };

type States = Vectors['states']['states'][number];

interface Options {
  readonly server?: string;
  readonly timeout?: number;
  readonly codeVerifier?: string;
}

/** What came of a case: a value, or an error as far as both languages have the same. */
export interface Verdict {
  readonly value?: unknown;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly kind?: string;
    readonly status?: number | null;
    readonly hint?: string | null;
    readonly isTransport?: boolean;
    /** Of PHP alone: the error as text, with the arguments of each call in its trace. */
    readonly shown?: string;
  };
}

const SCRIPT = fileURLToPath(new URL('vectors.php', import.meta.url));

/** Runs cases through PHP, in one process. */
export function verdictsOfPhp(cases: readonly Case[]): Promise<Verdict[]> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const child = execFile('php', [SCRIPT], options, (error, stdout, stderr) => {
      if (error || stderr) reject(new Error(`${error?.message ?? ''}\n${stdout.slice(0, 2000)}\n${stderr}`));
      else resolve(JSON.parse(stdout) as Verdict[]);
    });
    child.stdin?.end(JSON.stringify(cases));
  });
}

/** Runs cases through TypeScript, one after the other. */
export async function verdictsOfTypeScript(cases: readonly Case[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const each of cases) {
    try {
      verdicts.push({ value: plain(await run(each)) });
    } catch (error) {
      verdicts.push({ error: describe(error) });
    }
  }
  return verdicts;
}

/** A client of settings that a table holds. */
export function clientOf(settings: ClientSettings): Client {
  const { provider } = settings;
  const isOwn = typeof provider === 'object' && provider !== null;
  const own = isOwn ? { provider: oauth2Tokens(provider as Parameters<typeof oauth2Tokens>[0]) } : {};
  return new Client({ ...settings, ...own } as unknown as ClientOptions);
}

async function run(each: Case): Promise<unknown> {
  switch (each.call) {
    case 'client': {
      const { settings, authentication } = clientOf(each.client);
      return { settings, authentication };
    }
    case 'host':
      return checkHost(clientOf(each.client).tokenEndpoint, each.given);
    case 'apiHost':
      return checkApiHost(clientOf(each.client).tokenEndpoint, each.given);
    case 'record':
      return new TokenSet(each.tokens as TokenRecord).toRecord();
    case 'response':
      return readAuthorizationResponse(each.url, () => each.isAccepted, clientOf(each.client));
    case 'digest':
      return digest(each.text);
    case 'hmac':
      return hex(await hmac(each.key, each.text));
    case 'claims':
      return (await verifyClaims(each.token, each.secret)) ?? null;
    case 'oneTimeToken':
      return verifyOneTimeToken(each.token, clientOf(each.client), { now: () => each.now });
    case 'disconnect':
      return verifyDisconnect(each.url, (id) => (id === each.clientId ? each.secret : undefined));
    case 'states':
      return statesOf(each);
    case 'exchange': {
      const response = { code: each.code, host: each.host as string };
      return fieldsOf(await exchangeCode(clientOf(each.client), response, each.options));
    }
    case 'refresh':
      return fieldsOf(await refreshTokens(clientOf(each.client), tokensOf(each.tokens), each.options));
    case 'revoke':
      return revokeTokens(clientOf(each.client), tokensOf(each.tokens), each.options);
    case 'account':
      return fetchAccount(clientOf(each.client), tokensOf(each.tokens), each.options);
    case 'currentHost':
      return findCurrentHost(clientOf(each.client), tokensOf(each.tokens), each.options ?? {});
    default:
      throw new Error(`${each.call} is for PHP alone.`);
  }
}

/** Issues a state, and takes it again and again. */
async function statesOf({ client, session, taken }: States): Promise<string[]> {
  const store = new MemoryStateStore();
  const issued = await issueState(session, { store, client: clientOf(client) });
  const verdicts: string[] = [];
  for (const { session: visitor, client: other = client, state = issued } of taken) {
    const verified = verifyState(state, visitor, { store, client: clientOf(other) });
    verdicts.push(
      await verified.then(() => 'taken').catch((error: unknown) => (error as CallbackError).code),
    );
  }
  return verdicts;
}

function tokensOf(record: unknown): TokenSet {
  return new TokenSet(record as TokenRecord);
}

/** Tokens as a record, with their ends in ms after the beginning. */
function fieldsOf(tokens: TokenSet): object {
  const { issuedAt, expiresAt, refreshExpiresAt, ...record } = tokens.toRecord();
  return {
    ...record,
    ...(expiresAt && { expiresAt: expiresAt - issuedAt }),
    ...(refreshExpiresAt && { refreshExpiresAt: refreshExpiresAt - issuedAt }),
  };
}

function describe(error: unknown): Verdict['error'] & object {
  const { message } = error as Error;
  if (error instanceof CallbackError) return { code: error.code, kind: error.kind, message };
  if (error instanceof TokenError) {
    const { code, status = null, hint = null, isTransport } = error;
    return { code, status, hint, isTransport, message };
  }
  return { code: error instanceof TypeError ? 'invalid_argument' : (error as Error).name, message };
}

/** A value as JSON has it, in which nothing is `undefined`: absent fields of objects are null in PHP. */
function plain(value: unknown): unknown {
  const known = JSON.stringify(value, (_, each: unknown) => (each === undefined ? null : each)) as
    string | undefined;
  return known === undefined ? null : (JSON.parse(known) as unknown);
}
