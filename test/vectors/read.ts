import { readFileSync } from 'node:fs';

/** The settings of a client in a table. Those of `oauth2Tokens()` stand for a provider of the site's own. */
export type ClientSettings = Readonly<Record<string, unknown>>;

/** What a table says of a case: a value, or the code of an error. */
export interface Expected {
  readonly value?: unknown;
  readonly error?: string;
}

/** The tables of cases that the back ends of both languages run. */
export interface Vectors {
  readonly hosts: {
    /** Hosts that get a secret, or a token. */
    readonly good: readonly {
      readonly call: 'host' | 'apiHost';
      readonly client: ClientSettings;
      readonly good: string;
    }[];
    /** Texts in which `{good}` stands for a good host, changes to that, and other values. */
    readonly hostile: readonly unknown[];
    /** What is no account of Kommo's, by kind. */
    readonly accounts: Readonly<Record<string, readonly unknown[]>>;
  };
  readonly endpoints: readonly (Expected & { readonly client: ClientSettings })[];
  readonly signatures: {
    readonly secret: string;
    readonly clientId: string;
    readonly redirectUri: string;
    /** The time at which the tokens are shown, in ms since the epoch. */
    readonly now: number;
    readonly digests: readonly { readonly text: string; readonly digest: string }[];
    readonly hmacs: readonly { readonly key: string; readonly text: string; readonly hmac: string }[];
    readonly disconnects: readonly {
      readonly what: string;
      readonly url: string;
      readonly isGood: boolean;
    }[];
    readonly oneTimeTokens: readonly {
      readonly what: string;
      readonly token: string;
      readonly isSigned: boolean;
      readonly isAccepted: boolean;
    }[];
  };
  /** Answers of a token endpoint. */
  readonly tokens: readonly (Expected & {
    readonly client: ClientSettings;
    readonly host: string;
    readonly status: number;
    readonly body: string;
    readonly hint?: string | null;
  })[];
  readonly states: {
    readonly responses: readonly (Expected & {
      readonly client: ClientSettings;
      readonly url: string;
      readonly isAccepted: boolean;
      readonly kind?: string;
    })[];
    /** States that are issued to one session, and taken from others. */
    readonly states: readonly {
      readonly client: ClientSettings;
      readonly session: string;
      readonly taken: readonly {
        readonly session: string;
        readonly client?: ClientSettings;
        readonly state?: string;
        readonly verdict: string;
      }[];
    }[];
  };
}

/** Reads one of them. */
export function readVectors<Name extends keyof Vectors>(name: Name): Vectors[Name] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as Vectors[Name];
}
