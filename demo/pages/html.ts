import type { html } from 'hono/html';

/** A piece of HTML in which everything interpolated is escaped. */
export type Html = ReturnType<typeof html>;
