import { html } from 'hono/html';
import { HARBOR_SHOP } from '../../stories/harbor-shop.js';
import { sitePage, type Html } from './site-page.js';

/** The data of the settings page. */
export interface Settings {
  readonly user: string;
  /** Names of the clients that have a card. */
  readonly names: readonly string[];
  /** The sandbox's address. */
  readonly sandbox: string;
}

/** The shop's settings: its CRMs, how the shop sees a connection, and what can happen to it at the CRM. */
export function settingsPage({ user, names, sandbox }: Settings): Html {
  return sitePage({
    title: `Settings of ${HARBOR_SHOP.name}`,
    head: html`<script type="module" src="/cdn/connections.js"></script>
      <script type="module" src="/assets/settings.js"></script>`,
    body: html`<main id="main" class="shop" data-sandbox="${sandbox}">
      <header class="shophead">
        <img src="/${HARBOR_SHOP.logo}" alt="" width="48" height="48" />
        <div>
          <p class="shopname">${HARBOR_SHOP.name}</p>
          <h1>Settings</h1>
        </div>
        <p class="user">Signed in as <strong>Visitor ${user.slice(0, 4)}</strong></p>
      </header>
      <section aria-labelledby="crms">
        <h2 id="crms">Connected CRMs</h2>
        <p class="lead">Orders go to every account that you connect here.</p>
        <crm-connections src="/crm/connections" providers="${names.join(' ')}" theme="auto"></crm-connections>
      </section>
      <div class="columns">${seenPanel()} ${crmSidePanel()}</div>
    </main>`,
  });
}

function seenPanel(): Html {
  return html`<section class="card sheet" aria-labelledby="seen">
    <h2 id="seen">What the shop sees</h2>
    <p class="lead">
      The tokens stay on the server, encrypted. A shop asks for one whenever it calls the CRM’s API.
    </p>
    <p id="none">Nothing is connected yet.</p>
    <div id="some" hidden>
      <label class="field" for="chosen">Connection</label>
      <select id="chosen"></select>
      <dl class="facts">
        ${fact('Status', 'status')} ${fact('Since', 'since')} ${fact('Until', 'until')}
        ${fact('Access token', 'token')}
      </dl>
      <p class="actions"><button type="button" class="button primary" id="refresh">Refresh now</button></p>
    </div>
    <p role="status" class="said" id="said"></p>
  </section>`;
}

function crmSidePanel(): Html {
  return html`<section class="card sheet" aria-labelledby="crm-side">
    <h2 id="crm-side">At the CRM</h2>
    <p class="lead">
      The <a href="/sandbox" target="_top">sandbox</a> plays every CRM. Do here what people do there, and
      watch the cards.
    </p>
    <label class="check">
      <input type="checkbox" id="blocked" />
      <span>The accounts are blocked, as after an unpaid bill. The next refresh finds out.</span>
    </label>
    <p class="actions">
      <button type="button" class="button" id="disconnect" disabled>Disconnect at the CRM</button>
    </p>
    <p role="status" class="said" id="done"></p>
  </section>`;
}

function fact(name: string, id: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd id="${id}"></dd>
  </div>`;
}
