/** The host of a portal, which may be at any domain. The authorization request alone goes to any. */
export const PORTAL = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/;
