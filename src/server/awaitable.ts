/** What a store may answer at once or later. */
export type Awaitable<T> = T | Promise<T>;
