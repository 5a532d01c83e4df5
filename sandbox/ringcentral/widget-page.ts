import { html } from 'hono/html';
import { MARKS } from '../pages/icons.js';
import type { Html } from '../pages/page.js';
import { RINGCENTRAL } from './ringcentral.js';

/** The page in the widget's frame: its settings. The script fills in the rest. */
export function widgetPage(): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${RINGCENTRAL.name} · Settings</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="app.css" />
        <script type="module" src="app.js"></script>
      </head>
      <body aria-busy="true">
        <header>
          <span class="brand">${MARKS.ringcentral} ${RINGCENTRAL.name}</span>
          <span class="badge">Sandbox</span>
        </header>
        <div class="notices" role="log" aria-label="Notices"><ul id="notices"></ul></div>
        <main>
          <h1>Settings</h1>
          <section aria-labelledby="account">
            <h2 id="account">Account</h2>
            <div class="row">
              <p id="identity">Starting…</p>
              <button id="login" type="button">Sign in</button>
            </div>
          </section>
          <section aria-labelledby="services" data-sign="thirdPartyAuthSetting">
            <h2 id="services">Connected service</h2>
            <p id="none" class="muted">No service has been registered.</p>
            <div id="service" class="row" hidden>
              <div>
                <p class="name"><img id="logo" alt="" hidden /> <strong id="name"></strong></p>
                <p id="status" class="muted" role="status"></p>
                <p id="info" class="muted"></p>
              </div>
              <span id="action" class="action" hidden>
                <button id="authorize" type="button"></button>
                <span id="dot" class="dot" hidden></span>
              </span>
            </div>
          </section>
        </main>
      </body>
    </html>`;
}

/** The redirect page that comes with the widget. */
export function redirectPage(): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${RINGCENTRAL.name}</title>
        <link rel="icon" href="data:," />
        <script type="module" src="redirect.js"></script>
      </head>
      <body>
        <p>You can close this window.</p>
      </body>
    </html>`;
}
