import { own } from '../providers/own.js';
import { tryTo } from './platform.js';
import type { Expectation } from './response.js';

/** What a response needs when it comes back to another page. */
export interface KeptTransaction extends Pick<
  Expectation,
  'clientId' | 'mode' | 'state' | 'codeVerifier' | 'issuer' | 'redirectUri'
> {
  /** Name of the provider. */
  readonly provider: string;
  /** URL to which the redirect page goes on. Absent: that page completes the authorization itself. */
  readonly returnTo?: string | undefined;
  /** The page's own data. */
  readonly appState?: unknown;
}

/** Names the item of a transaction, together with its state. */
const KEPT = 'crm-oauth-kept:';
/** How long a transaction may take, in ms: no authorization code of a CRM lasts longer. */
const LIFETIME = 20 * 60_000;

/** Where a transaction may be: in the tab, and in a copy, since in-app browsers may come back in another one. */
const STORAGES = ['sessionStorage', 'localStorage'] as const;

/** Keeps a transaction for its redirect page. Gives nothing where storage is blocked. */
export function keepTransaction(
  kept: KeptTransaction,
  storage: (typeof STORAGES)[number] = 'sessionStorage',
): true | undefined {
  return tryTo(() => {
    window[storage].setItem(KEPT + kept.state, JSON.stringify({ ...kept, time: Date.now() }));
    return true;
  });
}

/** Finds the transaction of a state, while it is valid. */
export function findTransaction(state: string): KeptTransaction | undefined {
  const find = (storage: Storage): KeptTransaction | undefined => parseKept(storage.getItem(KEPT + state));
  return tryTo(() => find(sessionStorage)) ?? tryTo(() => find(localStorage));
}

/** Removes a transaction, which is valid for one use. */
export function forgetTransaction(state: string): void {
  for (const storage of STORAGES) tryTo(() => window[storage].removeItem(KEPT + state));
}

/** Removes the transactions that are over: most of them came to no end. */
export function sweepTransactions(): void {
  const sweep = (storage: Storage): void => {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(KEPT) && !parseKept(storage.getItem(key))) storage.removeItem(key);
    }
  };
  for (const storage of STORAGES) tryTo(() => sweep(window[storage]));
}

/** Parses the item of a transaction; gives nothing if that is over, or is none. */
export function parseKept(item: string | null | undefined): KeptTransaction | undefined {
  const kept = own(tryTo((): unknown => JSON.parse(String(item))));
  const age = Date.now() - (kept.time as number);
  return age >= 0 && age < LIFETIME ? (kept as unknown as KeptTransaction) : undefined;
}
