/** `localStorage`, where there is one: in some places reading it throws, in others writing. */
export const storage = {
  get(key: string): string | null | undefined {
    return tryTo(() => localStorage.getItem(key));
  },
  set(key: string, value: string): void {
    tryTo(() => localStorage.setItem(key, value));
  },
  remove(key: string): void {
    tryTo(() => localStorage.removeItem(key));
  },
};

/**
 * Item with the state of the last attempt that ended on a redirect page of its own: the main window's in `popup` mode, or
 * a tab's where the window was blocked.
 */
export const KEPT_STATE = 'crm-oauth';

/** Item with that attempt's PKCE code verifier, where it has one. */
export const KEPT_VERIFIER = 'crm-oauth-verifier';

/** Does what throws in some browsers, and gives nothing there. */
export function tryTo<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
