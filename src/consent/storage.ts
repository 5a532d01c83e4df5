/** `localStorage`, where there is one: in some places reading it throws, in others writing. */
export const storage = {
  get(key: string): string | null {
    return attempt(() => localStorage.getItem(key)) ?? null;
  },
  set(key: string, value: string): void {
    attempt(() => localStorage.setItem(key, value));
  },
  remove(key: string): void {
    attempt(() => localStorage.removeItem(key));
  },
};

/**
 * Item with the state of the last attempt that ended on a redirect page of its own: the main window's in `popup` mode, or
 * a tab's where the window was blocked.
 */
export const KEPT_STATE = 'crm-oauth';

function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
