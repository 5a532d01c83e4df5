import { html } from 'hono/html';
import type { TokenSet } from 'crm-oauth-button/server';
import type { Connection } from '../database.js';
import { noticePage } from './notice-page.js';
import { CHECK, type Html } from './site-page.js';

/** Three months, in ms. */
const REFRESH_TOKEN_LIFETIME = 90 * 24 * 60 * 60_000;

/** Names the connected account, if there is one, and lets the visitor refresh the tokens or disconnect. */
export function connectionPage(
  connection: Connection | undefined,
  tokens: TokenSet | undefined,
  isRefreshed: boolean,
): Html {
  return connection && tokens ? connectedPage(connection, tokens, isRefreshed) : unconnectedPage();
}

function unconnectedPage(): Html {
  return noticePage({
    title: 'Nothing is connected',
    tone: 'plain',
    lead: html`Connection`,
    body: html`<p>Press any of the buttons, and allow the access: the account appears here.</p>
      <p class="actions"><a class="button primary" href="/" target="_top">To the studio</a></p>`,
  });
}

function connectedPage(
  { account, clientId, host }: Connection,
  { accessToken, refreshToken, issuedAt, expiresAt }: TokenSet,
  isRefreshed: boolean,
): Html {
  return noticePage({
    title: `Connected to ${account.name}`,
    heading: html`Connected to ${account.name} <span class="host">(${host})</span>`,
    tone: 'good',
    lead: html`${CHECK} ${isRefreshed ? 'New tokens received' : 'Connected'}`,
    body: html`<p>
        The code was exchanged on the server. The secret and the tokens stay there; this page shows only how
        they begin.
      </p>
      <dl class="facts">
        ${fact('Account', html`${account.id}`)} ${fact('Integration', html`<code>${clientId}</code>`)}
        ${fact('Access token', token(accessToken, expiresAt))}
        ${fact('Refresh token', token(refreshToken ?? '', issuedAt + REFRESH_TOKEN_LIFETIME))}
        ${fact('Issued', time(issuedAt))}
      </dl>
      <div class="actions">
        <form method="post" action="/refresh">
          <button class="button primary">Refresh the tokens</button>
        </form>
        <form method="post" action="/disconnect"><button class="button">Disconnect</button></form>
        <a href="/" target="_top">Back to the studio</a>
      </div>`,
  });
}

function fact(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function token(value: string, expires: number): Html {
  return html`<code>${value.slice(0, 4)}…</code> expires ${time(expires)}`;
}

function time(milliseconds: number): Html {
  const date = new Date(milliseconds);
  const text = date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return html`<time datetime="${date.toISOString()}">${text} UTC</time>`;
}
