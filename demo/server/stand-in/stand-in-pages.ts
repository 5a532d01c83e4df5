import { html } from 'hono/html';
import { consentContent } from '../../../sandbox/crm/crm-authorization-endpoint.js';
import { vendorBrand } from '../../../sandbox/catalogue/vendor-brand.js';
import { VENDORS } from '../../../sandbox/catalogue/vendors.js';
import { AMOCRM, KOMMO, type CrmBrand } from '../../../sandbox/crm/crm-brands.js';
import { DEFAULT_ACCOUNTS } from '../../../sandbox/crm/crm-store.js';
import type { Locale } from '../../../sandbox/pages/consent-captions.js';
import { consentPage } from '../../../sandbox/pages/consent-page.js';
import { STYLES_PATH, type Brand } from '../../../sandbox/pages/page.js';
import { WEBVIEW_SCRIPT, WEBVIEW_SCRIPT_PATH } from '../../../sandbox/pages/webview-script.js';
import { RINGCENTRAL } from '../../../sandbox/ringcentral/ringcentral-brand.js';
import { STYLES } from '../../../sandbox/servers.js';
import { readWidgetScript } from '../../../sandbox/widget/widget-endpoint.js';
import { WIDGET_STYLES, widgetPage } from '../../../sandbox/widget/widget-page.js';
import { HARBOR_SHOP } from '../../stories/harbor-shop.js';
import { mediaType, type Assets } from '../assets.js';
import { MARK } from '../pages/site-page.js';

const WIDGET_SCRIPTS = 'app host-messages login service view'.split(' ');

/** The sandbox's pages as files, where there is no sandbox: a script in each of them answers. */
export async function standInPages(): Promise<Assets> {
  const files = new Map<string, string>();
  for (const brand of [KOMMO, AMOCRM]) {
    for (const [path, locale] of Object.entries(brand.consentPaths)) {
      const folder = `sandbox${brand.prefix}${path}`;
      files.set(`${folder}/index.html`, await consentFile(folder, brand, locale));
    }
  }
  const oauth2 = [RINGCENTRAL, ...Object.entries(VENDORS).map(([id, vendor]) => vendorBrand(id, vendor))];
  for (const brand of oauth2) {
    for (const path of Object.keys(brand.consentPaths)) {
      const folder = `sandbox${brand.prefix}${path.replace(/:\w+/, 'organizations').replace(/\/$/, '')}`;
      const page = await consentFile(folder, { ...brand, accountDomain: `${brand.id}.example` }, 'en');
      files.set(`${folder}/index.html`, page);
    }
  }
  files.set('sandbox/page.css', STYLES);
  files.set(`sandbox${WEBVIEW_SCRIPT_PATH}`, WEBVIEW_SCRIPT);

  const widget = `sandbox${RINGCENTRAL.prefix}/embeddable`;
  files.set(`${widget}/app.html`, String(await widgetPage()));
  files.set(`${widget}/app.css`, WIDGET_STYLES);
  for (const name of WIDGET_SCRIPTS) {
    files.set(`${widget}/${name}.js`, (await readWidgetScript(`${name}.js`)) ?? '');
  }
  files.set('callback.html', String(await redirectPage()));
  return new Map([...files].map(([path, body]) => [path, { type: mediaType(path), body }] as const));
}

/** The sandbox's own page with relative addresses, and a script in place of the server. The form is inert until the script runs. */
async function consentFile(
  folder: string,
  brand: Brand & Pick<CrmBrand, 'accountDomain'>,
  locale: Locale,
): Promise<string> {
  const root = '../'.repeat(folder.split('/').length);
  const client = { ...HARBOR_SHOP, logo: `${root}${HARBOR_SHOP.logo}` };
  const page = await consentPage(consentContent(client, DEFAULT_ACCOUNTS, brand), brand, locale);
  return String(page)
    .replace(`href="${STYLES_PATH}"`, `href="${root}sandbox/page.css"`)
    .replace('<html ', `<html data-site="${root}" `)
    .replace('<form ', '<form inert ')
    .replace('</head>', `<script type="module" src="${root}assets/consent.js"></script></head>`);
}

function redirectPage() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>Redirect URI · crm-oauth-button</title>
        <link rel="icon" href="assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="assets/page.css" />
        <script type="module" src="assets/callback.js"></script>
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="./" target="_top">${MARK} <span>crm-oauth-button</span></a>
        </header>
        <main id="main" class="notice card">
          <p class="lead plain">The redirect URI</p>
          <h1>Nothing has arrived</h1>
          <p id="outcome">Press any of the studio’s buttons, and allow the access.</p>
          <p class="actions"><a class="button" href="./" target="_top">Back to the studio</a></p>
        </main>
      </body>
    </html>`;
}
