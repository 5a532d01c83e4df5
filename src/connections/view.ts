import type { CrmOAuthRequestEvent, CrmOAuthSuccessEvent } from '../button/events.js';
import type { Card } from './cards.js';
import type { ConnectionsCaptions } from './language/captions.js';
import type { Problem } from './load-connections.js';
import type { Connection } from './read-connections.js';

/** How the element looks. */
export interface View {
  readonly state: Problem | 'loading' | 'empty' | 'ready';
  readonly src: string;
  /** Words for the page's developer, in English, in place of those for an error. */
  readonly mistake: string | undefined;
  readonly theme: string;
  readonly language: string;
  readonly texts: ConnectionsCaptions;
  /** Absent until there is a list. */
  readonly cards: readonly Card[] | undefined;
  /** How many cards there are or may be. */
  readonly expected: number;
  readonly hasSearch: boolean;
  readonly query: string;
  /** The cards that the query finds. */
  readonly found: readonly Card[];
  /** Ids of connections: the one that a question is about, those on their way out, and the one that failed to go. */
  readonly asked: string | undefined;
  readonly leaving: ReadonlySet<string>;
  readonly failed: string | undefined;
  /** Name of the account that has just gone. */
  readonly ended: string;
  /** Names of clients whose button may be pressed next: a page of twenty cards asks for no twenty states. */
  readonly approached: ReadonlySet<string>;
  /** By client: a button of another round is another one. */
  readonly rounds: ReadonlyMap<string, number>;
}

/** Handlers for the events inside the element. Rows are those that the event comes from. */
export interface Actions {
  readonly retry: () => void;
  readonly search: (query: string) => void;
  /** Somebody has come near a card. */
  readonly approach: (client: string) => void;
  /** A press without that, as by some assistive technology: the button needs its state first. */
  readonly request: (client: string, event: CrmOAuthRequestEvent) => void;
  readonly succeed: (event: CrmOAuthSuccessEvent) => void;
  readonly ask: (connection: Connection, row: Element) => void;
  readonly cancel: (row: Element) => void;
  readonly disconnect: (connection: Connection, row: Element) => void;
}
