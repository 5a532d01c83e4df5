import { readList } from '../button/attribute-values.js';
import { sayOnce } from '../button/console.js';
import { type ButtonProvider, providers } from '../button/providers.js';
import type { List } from './load-connections.js';
import type { Connection, ConnectionsClient } from './read-connections.js';

/** A CRM, with the visitor's accounts there. */
export interface Card {
  readonly client: ConnectionsClient;
  /** The value of the button's `provider`. */
  readonly provider: string;
  readonly face: ButtonProvider;
  readonly connections: readonly Connection[];
}

/** What a card's button offers: the first account, one more, or to renew the access of one. */
export type Offer = 'connect' | 'another' | 'reconnect';

/**
 * The cards of a list, in the server's order.
 *
 * @param chosen - names of clients, separated by commas or spaces, that are wanted, in their order; empty for all
 */
export function cardsOf({ clients, connections }: List, chosen: string): Card[] {
  const names = readList('providers', chosen);
  const wanted = names.length
    ? names.flatMap((name) => clients.find((client) => client.name === name) ?? [])
    : clients;
  return [...new Set(wanted)].flatMap((client) => {
    const provider = [client.name, client.settings.provider].find(isRegistered);
    const face = providers[provider ?? ''];
    if (provider === undefined || !face) {
      sayOnce('warn', `the client "${client.name}" has no registered provider: call registerProvider().`);
      return [];
    }
    return { client, provider, face, connections: connections.filter((one) => one.client === client.name) };
  });
}

/** @see Offer */
export function offerOf({ connections }: Card): Offer {
  const is = (status: Connection['status']): boolean => connections.some((one) => one.status === status);
  if (is('reconnect')) return 'reconnect';
  return is('connected') && !is('disconnected') ? 'another' : 'connect';
}

/** Whether a card's brand or one of its accounts has this text, in any spelling of case and accents. */
export function matches({ face, connections }: Card, query: string): boolean {
  const texts = connections.flatMap(({ account, accountName = '', host }) => [account, accountName, host]);
  const wanted = fold(query);
  return [face.brand, ...texts].some((text) => fold(text).includes(wanted));
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

function isRegistered(name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(providers, name);
}
