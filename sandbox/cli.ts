#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startSandbox, type SandboxOptions } from './index.js';
import { DEFAULT_USERS } from './ringcentral/ringcentral-store.js';
import type { Registered } from './authorization-server.js';
import { DEFAULT_PORT, isTaken } from './listen.js';
import { SERVERS } from './servers.js';
import { parseBehaviour } from './shared/behaviour.js';
import { hostFault } from './shared/hosts.js';
import { AD_HOC_SECRET } from './shared/issued-tokens.js';
import { uriFault } from './shared/requests.js';

const LIST = new Intl.ListFormat('en-GB', { type: 'disjunction' });
/** Every value of `--provider`, and those with which a client may do without a secret. */
const PROVIDERS = LIST.format(SERVERS.map(({ brand }) => brand.id));
const WITHOUT_SECRET = LIST.format(
  SERVERS.filter(({ needsSecret }) => !needsSecret).map(({ brand }) => brand.id),
);

const HELP = `Usage: crm-oauth-sandbox [options]

A local stand-in for the authorization servers of the CRMs of the catalogue.

  --port <number>           port to listen on, 0 for any free one (default 4400, or
                            the next free one when that is taken)
  --host <name>             answer under this host name or address too, and listen
                            on all interfaces; can be repeated. 0.0.0.0 only
                            listens. (default: localhost, for this machine only)
  --client-id <id>          register an integration, together with the next two;
                            then every other client id is refused
  --client-secret <secret>
  --redirect-uri <uri>
  --name <name>             its name on the consent page (default: the client id)
  --provider <name>         where it is registered, see below (default kommo and
                            amocrm)
  --answer <answer>         ask, allow, deny or hang (default ask)
  --coop <value>            send Cross-Origin-Opener-Policy with this value
  --help                    show this text

${wrap(`The providers are ${PROVIDERS}. Each answers below its name, as in http://localhost:4400/kommo. With ${WITHOUT_SECRET} an integration may do without a secret.`)}

Without --client-id every client id is accepted, for the page that sends it,
with the client secret "${AD_HOC_SECRET}". RingCentral's JWT credential is
"${DEFAULT_USERS[0].jwt}".`;

/** Breaks a text into lines of 78 characters at most. */
function wrap(text: string): string {
  return text.replace(/(.{1,78})(?: |$)/g, '$1\n').trimEnd();
}

const string = { type: 'string' } as const;

const readArguments = () =>
  parseArgs({
    options: {
      port: string,
      host: { type: 'string', multiple: true, default: [] },
      'client-id': string,
      'client-secret': string,
      'redirect-uri': string,
      name: string,
      provider: string,
      answer: string,
      coop: string,
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;

type Arguments = ReturnType<typeof readArguments>;

function toOptions({ port, host: hosts, answer, coop, ...client }: Arguments): SandboxOptions {
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) {
    throw new TypeError(`--port must be a number from 0 to 65535, not "${port}".`);
  }
  const fault = hosts.map(hostFault).find(Boolean);
  if (fault) throw new TypeError(`--host: ${fault}`);
  const registered = toRegistration(client);
  return {
    ...(port !== undefined && { port: Number(port) }),
    hosts,
    ...(registered && { ...registered, unknownClients: 'refuse' }),
    behaviour: parseBehaviour({
      ...(answer !== undefined && { answer }),
      ...(coop !== undefined && { coop }),
    }),
    log: (line) => console.log(line),
  };
}

/**
 * Registers the integration that the command line describes, if it does.
 *
 * @throws {TypeError} when the description is not complete, or not valid.
 */
function toRegistration(given: Partial<Arguments>): Registered | undefined {
  const {
    'client-id': clientId,
    'client-secret': clientSecret,
    'redirect-uri': redirectUri,
    name,
    provider,
  } = given;
  const server = provider === undefined ? SERVERS[0] : SERVERS.find(({ brand }) => brand.id === provider);
  if (!server) throw new TypeError(`--provider must be ${PROVIDERS}, not "${provider ?? ''}".`);
  if (!clientId || !redirectUri || (server.needsSecret && !clientSecret)) {
    if (!clientId && !clientSecret && !redirectUri && !name) return undefined;
    throw new TypeError(
      'An integration needs all of --client-id, --client-secret and --redirect-uri. ' +
        `With --provider ${WITHOUT_SECRET} it may do without --client-secret.`,
    );
  }
  const fault = uriFault(redirectUri);
  if (fault) throw new TypeError(`--redirect-uri: ${fault}`);
  const isExclusive = provider !== undefined;
  return server.register({ clientId, clientSecret, redirectUri, name: name || clientId, isExclusive });
}

function readOptions(): SandboxOptions | 'help' {
  try {
    const values = readArguments();
    return values.help ? 'help' : toOptions(values);
  } catch (error) {
    return fail(`${messageOf(error)}\nTry --help.`, 2);
  }
}

async function serve(options: SandboxOptions): Promise<void> {
  try {
    const sandbox = await startSandbox(options);
    if (options.port === undefined && sandbox.port !== DEFAULT_PORT) {
      console.log(`Port ${DEFAULT_PORT} is in use. Let the button’s server name this one:`);
    }
    console.log(`The sandbox is at ${sandbox.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
  } catch (error) {
    const advice = `Port ${options.port ?? ''} is in use. Choose another with --port, or any free one with --port 0.`;
    fail(isTaken(error) ? advice : messageOf(error), 1);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string, exitCode: 1 | 2): never {
  console.error(`crm-oauth-sandbox: ${message}`);
  process.exit(exitCode);
}

const options = readOptions();
if (options === 'help') console.log(HELP);
else await serve(options);
