/** The integration whose redirect URI is a page of the site: `popup` mode. */
export const CLIENT_ID = 'harbor-shop';

/** The integration whose redirect URI reports to its opener: `post_message` mode. */
export const MESSAGE_CLIENT_ID = 'harbor-shop-message';
