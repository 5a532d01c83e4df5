/** In place of SvelteKit's `$env/dynamic/private`. */
export const { env } = process;
