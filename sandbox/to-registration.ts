import type { SandboxOptions } from './start-sandbox.js';
import { uriFault } from './uri.js';

/** The command line's options that describe an integration. */
export interface RegistrationArguments {
  'client-id'?: string | undefined;
  'client-secret'?: string | undefined;
  'redirect-uri'?: string | undefined;
  name?: string | undefined;
  provider?: string | undefined;
}

/**
 * Registers the integration that the command line describes, if it does.
 *
 * @throws {TypeError} when the description is not complete, or not valid.
 */
export function toRegistration({
  'client-id': clientId,
  'client-secret': clientSecret,
  'redirect-uri': redirectUri,
  name,
  provider,
}: RegistrationArguments): Pick<SandboxOptions, 'integrations' | 'ringcentral'> {
  const brand = toBrand(provider);
  const isComplete = clientId && redirectUri && (clientSecret || brand === 'ringcentral');
  if (!isComplete) {
    if (!clientId && !clientSecret && !redirectUri && !name) return {};
    throw new TypeError(
      'An integration needs all of --client-id, --client-secret and --redirect-uri. ' +
        'With --provider ringcentral it may do without --client-secret.',
    );
  }
  const fault = uriFault(redirectUri);
  if (fault) throw new TypeError(`--redirect-uri: ${fault}`);
  const client = { clientId, name: name || clientId };
  if (brand === 'ringcentral') {
    const registered = { ...client, redirectUris: [redirectUri], ...(clientSecret && { clientSecret }) };
    return { ringcentral: { clients: [registered] } };
  }
  const secret = clientSecret ?? '';
  return { integrations: [{ ...client, clientSecret: secret, redirectUri, ...(brand && { brand }) }] };
}

function toBrand(provider: string | undefined): 'kommo' | 'amocrm' | 'ringcentral' | undefined {
  if (provider === undefined) return undefined;
  if (provider === 'kommo' || provider === 'amocrm' || provider === 'ringcentral') return provider;
  throw new TypeError(`--provider must be kommo, amocrm or ringcentral, not "${provider}".`);
}
