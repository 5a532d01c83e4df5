import { tryTo } from './platform.js';

/** Reads an item of `localStorage`; gives nothing where storage is blocked. */
export function readItem(key: string): string | null | undefined {
  return tryTo(() => localStorage.getItem(key));
}

/** Stores an item in `localStorage`, or removes it if there is no value. Does nothing where storage is blocked. */
export function storeItem(key: string, value: string | undefined): void {
  tryTo(() => (value ? localStorage.setItem(key, value) : localStorage.removeItem(key)));
}
