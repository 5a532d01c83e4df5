import { html } from 'hono/html';
import type { Html } from '../pages/drawings.js';
import { BASE_STYLES } from '../pages/page-styles.js';
import { RINGCENTRAL } from '../ringcentral/ringcentral-brand.js';

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
          <span class="brand">${RINGCENTRAL.mark} ${RINGCENTRAL.name}</span>
          <span class="badge">Sandbox</span>
        </header>
        <div class="notices" role="log" aria-label="Notices"><ul id="notices"></ul></div>
        <main>
          <div id="banner" class="banner" role="status" hidden>
            <span id="banner-message"></span>
            <button id="banner-action" type="button" hidden></button>
            <button id="banner-close" type="button" hidden>×</button>
          </div>
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
                <p id="license"></p>
                <p id="license-description" class="muted"></p>
                <p id="links"></p>
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

/** The stylesheet of the widget, which is 300×500 px and light. */
export const WIDGET_STYLES = `${BASE_STYLES}
:root {
  color-scheme: light;
  --surface: #ffffff;
  --canvas: #f3f6fa;
  --text: #12233a;
  --muted: #4d6079;
  --border: #dbe3ed;
  --accent: #0a5c99;
  --danger: #b3261e;
}
[hidden] { display: none !important; }
body {
  grid-template: auto 1fr / minmax(0, 1fr);
  font-size: 14px;
  line-height: 1.4;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

header { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 8px 16px; background: var(--accent); color: #ffffff; }
.brand { display: flex; align-items: center; gap: 8px; font-weight: 650; }
.mark { display: block; width: 24px; height: 24px; }
.mark .fill { fill: #ffffff; }
.mark .ink { fill: none; stroke: var(--accent); stroke-width: 1.9; stroke-linecap: round; }
.badge { padding: 1px 8px; border: 1px solid #ffffff; border-radius: 12px; font-size: 12px; font-weight: 600; }

main { grid-row: 2; display: grid; align-content: start; gap: 12px; padding: 16px; }
h1 { font-size: 18px; line-height: 1.3; font-weight: 650; }
h2 { margin-bottom: 8px; color: var(--muted); font-size: 12px; font-weight: 600; }
section { padding: 12px; border: 1px solid var(--border); border-radius: 12px; background: var(--surface); }
.row { display: flex; align-items: flex-start; justify-content: space-between; gap: 12px; }
.row > :first-child { flex: 1; min-width: 0; }
#identity { align-self: center; }
#service { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 12px; align-items: center; }
#service > div { display: contents; }
#service p:not(.name) { grid-column: 1 / -1; }
#service p:empty { display: none; }
#service a { color: var(--accent); }
#license, #links { font-size: 13px; }
#license.success { color: #1a7a45; }
#license.warning { color: #8f4a00; }
#license.danger { color: var(--danger); }
#links { display: flex; flex-wrap: wrap; gap: 4px 12px; }
#status { color: var(--text); }
.muted { color: var(--muted); font-size: 13px; }
.name { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-height: 32px; }
.name strong { font-weight: 600; }
#logo { height: 30px; max-width: 86px; object-fit: contain; }

button { flex: none; max-width: 136px; min-height: 32px; padding: 4px 12px; border: 1px solid currentColor; border-radius: 16px; background: var(--surface); color: var(--accent); font: inherit; font-size: 13px; font-weight: 600; cursor: pointer; }
button:hover { background: #e9f2fa; }
button.danger { color: var(--danger); }
button.danger:hover { background: #fceeed; }
.action { grid-area: 1 / 2; position: relative; }
.dot { position: absolute; top: -4px; right: -2px; width: 12px; height: 12px; border: 2px solid var(--surface); border-radius: 50%; background: var(--danger); }

.banner { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 8px 12px; border-left: 4px solid var(--accent); border-radius: 4px; background: #e9f2fa; }
.banner.success { border-color: #1a7a45; background: #e8f5ed; }
.banner.warning { border-color: #b45f06; background: #fdf3e6; }
.banner.error { border-color: var(--danger); background: #fceeed; }

.notices { position: fixed; inset: auto 8px 8px; z-index: 1; }
#notices { display: grid; gap: 8px; }
.notice { display: flex; align-items: flex-start; justify-content: space-between; gap: 8px; position: relative; overflow: hidden; padding: 8px 8px 8px 16px; border-radius: 8px; background: var(--surface); box-shadow: 0 4px 16px rgb(18 35 58 / 20%); }
.notice::before { content: ''; position: absolute; inset: 0 auto 0 0; width: 4px; background: var(--accent); }
.notice.success::before { background: #1a7a45; }
.notice.warning::before { background: #b45f06; }
.notice.danger::before { background: var(--danger); }
.notice span { align-self: center; color: var(--text); }
.notice button { min-height: 24px; width: 24px; padding: 0; border: 0; color: var(--muted); font-size: 18px; line-height: 1; }
`;
