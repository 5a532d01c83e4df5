import {
  CallbackError,
  Client,
  MemoryTokenStore,
  TokenError,
  type TokenStore,
} from 'crm-oauth-button/server';

const { CRM_CLIENT_ID = '', CRM_CLIENT_SECRET = '', CRM_REDIRECT_URI = '', CRM_STATE_KEY = '' } = process.env;

export const client = new Client({
  clientId: CRM_CLIENT_ID,
  clientSecret: CRM_CLIENT_SECRET,
  redirectUri: CRM_REDIRECT_URI,
});

interface Site {
  /** Who is signed in, by your session, never by a parameter; rejects where nobody is. */
  userOf: (request: Request) => Promise<string>;
  /** The user who has connected this account of the CRM. */
  findUser: (accountId: number) => Promise<string | undefined>;
}

/** What only your site knows: put it here. */
export const site: Site = {
  userOf: () => Promise.reject(new Error('Nobody is signed in.')),
  findUser: () => Promise.resolve(undefined),
};

export const stateOptions = {
  // openssl rand -base64 32
  key: Uint8Array.from(atob(CRM_STATE_KEY), (character) => character.charCodeAt(0)),
  secure: CRM_REDIRECT_URI.startsWith('https:'),
  // A state is good for this client alone.
  client,
};

/** The sandbox, while you develop. */
export const server = process.env.CRM_SERVER;

/** By user. While you develop; then `new PostgresTokenStore(pool)`. */
export const tokens: TokenStore = new MemoryTokenStore();

/** Answers what the visitor can be told; the rest is for Next. */
export async function answering(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof CallbackError) return new Response(error.code, { status: 403 });
    if (error instanceof TokenError) return new Response(error.code, { status: 502 });
    throw error;
  }
}
