import type { SettingName } from '../button/settings.js';
import { own } from '../providers/own.js';

/** How a connection is; `reconnect`: the access has ended, and the visitor has to connect again. */
export type ConnectionStatus = 'connected' | 'reconnect' | 'disconnected';

/** An account at a CRM that the visitor has connected. */
export interface Connection {
  readonly id: string;
  /** The `name` of its client. */
  readonly client: string;
  readonly provider: string;
  /** The account's id at the CRM. */
  readonly account: string;
  readonly accountName?: string;
  /** Where the account is, such as `acme.kommo.com`. */
  readonly host: string;
  readonly status: ConnectionStatus;
  /** When it was connected, in ms since the epoch. */
  readonly since: number;
  /** When the access ends by itself, in ms since the epoch. */
  readonly until?: number;
}

/** What the server says of the integration with a CRM. */
export interface ConnectionsClient {
  readonly name: string;
  /** Properties of the button. */
  readonly settings: Readonly<Partial<Record<ClientSetting, string>>>;
}

/** A property of the button that the server may set. */
export type ClientSetting = (typeof CLIENT_SETTINGS)[number];

/** Nothing here changes who may answer the page, but `server`, which is for the sandbox. */
export const CLIENT_SETTINGS = [
  'provider',
  'clientId',
  'redirectUri',
  'scopes',
  'domain',
  'region',
  'resource',
  'tenant',
  'server',
  'name',
  'description',
  'logo',
  'secretsUri',
  'authorizationEndpoint',
  'issuer',
] as const satisfies readonly SettingName[];

const STATUSES: readonly unknown[] = ['connected', 'reconnect', 'disconnected'] satisfies ConnectionStatus[];

/** The latest time that a `Date` can hold, in ms. */
const LATEST = 8.64e15;

/**
 * Reads the server's list of connections. Rows that are none are left out, and so are those with an id that was there already.
 *
 * @throws TypeError for anything but an array
 */
export function readConnections(json: unknown): Connection[] {
  return unique(rowsOf(json).flatMap(readConnection), ({ id }) => id);
}

/**
 * Reads the server's list of clients, in the same way.
 *
 * @throws TypeError for anything but an array
 */
export function readClients(json: unknown): ConnectionsClient[] {
  return unique(rowsOf(json).flatMap(readClient), ({ name }) => name);
}

function readConnection(row: unknown): Connection | [] {
  const { id, client, provider, account, accountName, host = '', status, since, until } = own(row);
  if (!isText(id) || !isText(client) || !isText(account) || !STATUSES.includes(status) || !isTime(since))
    return [];
  // As a step of a URL, these would lead to another resource.
  if (id === '.' || id === '..') return [];
  return {
    id,
    client,
    provider: isText(provider) ? provider : client,
    account,
    ...(isText(accountName) && { accountName }),
    host: isText(host) ? host : '',
    status: status as ConnectionStatus,
    since,
    ...(isTime(until) && { until }),
  };
}

function readClient(row: unknown): ConnectionsClient | [] {
  const { name, settings } = own(row);
  if (!isText(name)) return [];
  const given = own(settings);
  const known = CLIENT_SETTINGS.flatMap((setting) => {
    const value = given[setting];
    return isText(value) ? [[setting, value] as const] : [];
  });
  return { name, settings: Object.fromEntries(known) };
}

function rowsOf(json: unknown): unknown[] {
  if (!Array.isArray(json)) throw new TypeError('The answer must be a JSON array.');
  return json as unknown[];
}

function unique<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const keys = rows.map(keyOf);
  return rows.filter((row, index) => keys.indexOf(keyOf(row)) === index);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LATEST;
}
