import { own } from '../providers/own.js';
import { tryTo } from './platform.js';

/** Name of the item with the last attempt that ended on a redirect page of its own. */
export const KEPT = 'crm-oauth';
/** For how long it is good, in ms: no authorization code of a CRM lasts longer. */
const LIFETIME = 20 * 60_000;

/**
 * An attempt whose outcome is for a redirect page of its own to read: the main window's in `popup` mode, or a tab's where
 * the window was blocked.
 */
export interface KeptAttempt {
  readonly state: string;
  /** The PKCE code verifier, where the provider uses PKCE. */
  readonly codeVerifier?: string | undefined;
}

/** Keeps an attempt, in place of the one before it. */
export function keepAttempt({ state, codeVerifier }: KeptAttempt): void {
  storeItem(KEPT, JSON.stringify({ state, codeVerifier, time: Date.now() }));
}

/** The kept attempt, while it is good. */
export function readKeptAttempt(): KeptAttempt | undefined {
  const { state, codeVerifier, time } = own(tryTo((): unknown => JSON.parse(String(readItem(KEPT)))));
  const age = Date.now() - (time as number);
  return age >= 0 && age < LIFETIME ? ({ state, codeVerifier } as KeptAttempt) : undefined;
}

/** Forgets the kept attempt: it is good for one use. */
export function forgetKeptAttempt(): void {
  storeItem(KEPT, undefined);
}

/** Reads an item of `localStorage`, where there is one: in some places reading it throws. */
export function readItem(key: string): string | null | undefined {
  return tryTo(() => localStorage.getItem(key));
}

/** Stores an item in `localStorage`, or removes it where there is no value. In some places writing throws. */
export function storeItem(key: string, value: string | undefined): void {
  tryTo(() => (value ? localStorage.setItem(key, value) : localStorage.removeItem(key)));
}
