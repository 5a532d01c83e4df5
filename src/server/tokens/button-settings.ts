import { own } from '../../providers/own.js';

/** The settings of a client that its button needs as well, by the names of `<crm-oauth-button>`’s properties. */
const NAMES = [
  'provider',
  'clientId',
  'redirectUri',
  'secretsUri',
  'scopes',
  'domain',
  'region',
  'resource',
  'tenant',
  'name',
  'description',
  'logo',
] as const;

/** Picks them, as far as they are given, out of others, some of which are secret. */
export function buttonSettings(given: object): Readonly<Record<string, string>> {
  const settings = own<Readonly<Record<string, unknown>>>(given as Readonly<Record<string, unknown>>);
  const known = NAMES.map((name) => [name, settings[name]] as const);
  return Object.fromEntries(
    known.filter((entry): entry is [(typeof NAMES)[number], string] => typeof entry[1] === 'string'),
  );
}
