/** In place of Astro's `astro:env/server`. */
export const getSecret = (name: string): string | undefined => process.env[name];
