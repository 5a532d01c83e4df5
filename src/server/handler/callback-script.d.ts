/** The text of `cdn/callback.js`, which `npm run build` puts into a module of its own. */
export const CALLBACK_SCRIPT: string;
