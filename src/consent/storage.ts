import { tryTo } from './try-to.js';

/**
 * Item with the state of the last attempt that ended on a redirect page of its own: the main window's in `popup` mode, or
 * a tab's where the window was blocked.
 */
export const KEPT_STATE = 'crm-oauth';

/** Item with that attempt's PKCE code verifier, where it has one. */
export const KEPT_VERIFIER = 'crm-oauth-verifier';

/** Reads an item of `localStorage`, where there is one: in some places reading it throws. */
export function readItem(key: string): string | null | undefined {
  return tryTo(() => localStorage.getItem(key));
}

/** Stores an item in `localStorage`, or removes it where there is no value. In some places writing throws. */
export function storeItem(key: string, value: string | undefined): void {
  tryTo(() => (value ? localStorage.setItem(key, value) : localStorage.removeItem(key)));
}
