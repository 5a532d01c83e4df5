import { own } from '../providers/own.js';
import { tryTo } from './platform.js';

/** Name of the item that stores the last attempt for its redirect page. */
export const KEPT = 'crm-oauth';
/** How long it is valid, in ms: no authorization code of a CRM lasts longer. */
const LIFETIME = 20 * 60_000;

/**
 * An attempt that a redirect page completes by itself: in the main window in `popup` mode, or in a tab if the window was
 * blocked.
 */
export interface KeptAttempt {
  readonly state: string;
  /** The PKCE code verifier, if the provider uses PKCE. */
  readonly codeVerifier?: string | undefined;
}

/** Stores an attempt, in place of the one before it. */
export function keepAttempt({ state, codeVerifier }: KeptAttempt): void {
  storeItem(KEPT, JSON.stringify({ state, codeVerifier, time: Date.now() }));
}

/** The stored attempt, while it is valid. */
export function readKeptAttempt(): KeptAttempt | undefined {
  const { state, codeVerifier, time } = own(tryTo((): unknown => JSON.parse(String(readItem(KEPT)))));
  const age = Date.now() - (time as number);
  return age >= 0 && age < LIFETIME ? ({ state, codeVerifier } as KeptAttempt) : undefined;
}

/** Removes the stored attempt: it is valid for one use. */
export function forgetKeptAttempt(): void {
  storeItem(KEPT, undefined);
}

/** Reads an item of `localStorage`; gives nothing where storage is blocked. */
export function readItem(key: string): string | null | undefined {
  return tryTo(() => localStorage.getItem(key));
}

/** Stores an item in `localStorage`, or removes it if there is no value. Does nothing where storage is blocked. */
export function storeItem(key: string, value: string | undefined): void {
  tryTo(() => (value ? localStorage.setItem(key, value) : localStorage.removeItem(key)));
}
