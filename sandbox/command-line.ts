import { parseArgs } from 'node:util';
import type { AuthorizationServer, Registered } from './authorization-server.js';
import { DEFAULT_USERS } from './ringcentral/ringcentral-store.js';
import type { SandboxOptions } from './sandbox.js';
import { SERVERS } from './servers.js';
import { parseBehaviour } from './shared/behaviour.js';
import { hostFault } from './shared/hosts.js';
import { AD_HOC_SECRET } from './shared/issued-tokens.js';
import { uriFault } from './shared/requests.js';

const LIST = new Intl.ListFormat('en-GB', { type: 'disjunction' });
/** Every value of `--provider`, those with which a client may do without a secret, and those with a disconnect hook. */
const PROVIDERS = LIST.format(SERVERS.map(({ brand }) => brand.id));
const WITHOUT_SECRET = LIST.format(
  SERVERS.filter(({ needsSecret }) => !needsSecret).map(({ brand }) => brand.id),
);
const WITH_HOOK = LIST.format(
  SERVERS.filter(({ hasDisconnectHook }) => hasDisconnectHook).map(({ brand }) => brand.id),
);

/** The text of `--help`. */
export const HELP = `Usage: crm-oauth-sandbox [options]
       crm-oauth-sandbox --disconnect <account> [--port <number>]

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
  --disconnect-uri <uri>    its disconnect hook, with --provider ${WITH_HOOK}
  --name <name>             its name on the consent page (default: the client id)
  --provider <name>         where it is registered, see below (default kommo and
                            amocrm)
  --answer <answer>         ask, allow, deny or hang (default ask)
  --coop <value>            send Cross-Origin-Opener-Policy with this value
  --disconnect <account>    disconnect an account at the sandbox that runs already, as a
                            person does at ${WITH_HOOK}: it ends the tokens,
                            and calls the hook. acme.kommo.com, or the account's id
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

/** Reads the arguments of the process. @throws {TypeError} for those that there are not. */
export const readArguments = () =>
  parseArgs({
    options: {
      port: string,
      host: { type: 'string', multiple: true, default: [] },
      'client-id': string,
      'client-secret': string,
      'redirect-uri': string,
      'disconnect-uri': string,
      name: string,
      provider: string,
      answer: string,
      coop: string,
      disconnect: string,
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;

type Arguments = ReturnType<typeof readArguments>;

/** @throws {TypeError} for a value that is not valid. */
export function toOptions({ port, host: hosts, answer, coop, ...client }: Arguments): SandboxOptions {
  const fault = hosts.map(hostFault).find(Boolean);
  if (fault) throw new TypeError(`--host: ${fault}`);
  const registered = toRegistration(client);
  return {
    ...(port !== undefined && { port: toPort(port) }),
    hosts,
    ...(registered && { ...registered, unknownClients: 'refuse' }),
    behaviour: parseBehaviour({
      ...(answer !== undefined && { answer }),
      ...(coop !== undefined && { coop }),
    }),
    log: (line) => console.log(line),
  };
}

/** @throws {TypeError} when it is no port. */
export function toPort(port: string): number {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new TypeError(`--port must be a number from 0 to 65535, not "${port}".`);
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
    'disconnect-uri': disconnectUri,
    name,
    provider,
  } = given;
  const server = provider === undefined ? SERVERS[0] : SERVERS.find(({ brand }) => brand.id === provider);
  if (!server) throw new TypeError(`--provider must be ${PROVIDERS}, not "${provider ?? ''}".`);
  if (!clientId || !redirectUri || (server.needsSecret && !clientSecret)) {
    if (!clientId && !clientSecret && !redirectUri && !disconnectUri && !name) return undefined;
    throw new TypeError(
      'An integration needs all of --client-id, --client-secret and --redirect-uri. ' +
        `With --provider ${WITHOUT_SECRET} it may do without --client-secret.`,
    );
  }
  const fault = uriFault(redirectUri);
  if (fault) throw new TypeError(`--redirect-uri: ${fault}`);
  return server.register({
    clientId,
    clientSecret,
    redirectUri,
    ...(disconnectUri && { disconnectUri: checkHook(disconnectUri, server) }),
    name: name || clientId,
    isExclusive: provider !== undefined,
  });
}

/** @throws {TypeError} for a URI that is not valid, and for a CRM without the hook. */
function checkHook(disconnectUri: string, { brand, hasDisconnectHook }: AuthorizationServer): string {
  if (!hasDisconnectHook) {
    throw new TypeError(
      `--disconnect-uri goes with --provider ${WITH_HOOK}. ${brand.name} has no disconnect hook.`,
    );
  }
  const fault = uriFault(disconnectUri);
  if (fault) throw new TypeError(`--disconnect-uri: ${fault}`);
  return disconnectUri;
}
