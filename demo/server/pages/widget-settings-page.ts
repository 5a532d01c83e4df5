import { html } from 'hono/html';
import { HARBOR_SHOP } from '../../stories/harbor-shop.js';
import { sitePage, type Html } from './site-page.js';

/** The settings of the shop's widget, as they would stand inside Kommo. */
export function widgetSettingsPage(): Html {
  return sitePage({
    title: `The widget of ${HARBOR_SHOP.name}`,
    head: html`<script type="module" src="/assets/widget-settings.js"></script>`,
    body: html`<main id="main" class="shop narrow">
      <header class="shophead">
        <img src="/${HARBOR_SHOP.logo}" alt="" width="48" height="48" />
        <div>
          <p class="shopname">${HARBOR_SHOP.name} in Kommo</p>
          <h1>Widget settings</h1>
        </div>
      </header>
      <p class="note">
        This page plays two parts. Inside Kommo, Kommo’s page around the widget makes the one-time token with
        which this one calls the shop; here a route of the demo asks the sandbox for it. Who you are at the
        shop, the session of this site says.
      </p>
      <section class="card sheet" aria-labelledby="account">
        <h2 id="account">This account</h2>
        <p role="status" class="lead" id="claimed">Asking the shop…</p>
        <dl class="facts" id="facts" hidden></dl>
        <p class="actions">
          <button type="button" class="button primary" id="install">Install the widget</button>
          <a href="/settings">All connections</a>
        </p>
      </section>
      <section class="card sheet" aria-labelledby="long-lived">
        <h2 id="long-lived">A long-lived token</h2>
        <p class="lead">
          For a private integration an administrator can copy a token at Kommo, and paste it here: no window,
          no refresh.
        </p>
        <p class="actions">
          <button type="button" class="button" id="make">Make a token at Kommo</button>
        </p>
        <div id="made" hidden>
          <label class="field" for="copied">What Kommo shows</label>
          <div class="line">
            <input id="copied" type="text" readonly />
            <button type="button" class="button" id="copy">Copy</button>
          </div>
        </div>
        <form id="form">
          <label class="field" for="token">Token</label>
          <div class="line">
            <input id="token" type="password" autocomplete="off" spellcheck="false" required />
            <button class="button primary">Connect</button>
          </div>
        </form>
        <p role="status" class="said" id="taken"></p>
      </section>
    </main>`,
  });
}
