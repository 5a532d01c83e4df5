/** The answers of a made-up server, the first one by default. */
export const LISTS = ['filled', 'empty', 'loading', 'error', 'offline', 'signed-out'] as const;
