import { html } from 'hono/html';
import { WEBVIEW_SCRIPT_PATH } from '../../../sandbox/pages/webview-script.js';
import type { Release } from '../../shared/place.js';
import { mediaType, type Assets } from '../assets.js';
import { MARK, type Html } from './site-page.js';

/** The surroundings that the studio's pages are built for. */
export interface StudioBuild extends Release {
  /** The sandbox: absolute, or relative to the studio's folder where pages stand in for it. */
  readonly sandbox: string;
  /** Whether there is a back end. */
  readonly isServed: boolean;
}

/** Scripts, style sheets and pictures of the studio and the site: see `buildAssets()`. */
export const STUDIO_FILES = {
  'studio.js': 'studio/studio.ts',
  'canvas.js': 'canvas/canvas.ts',
  'settings.js': 'shop/settings.ts',
  'widget-settings.js': 'shop/widget-settings.ts',
  'studio.css': 'styles/studio.css',
  'canvas.css': 'styles/canvas.css',
  'page.css': 'styles/page.css',
  'harbor-shop.svg': 'assets/harbor-shop.svg',
  'icon.svg': 'assets/icon.svg',
};

/** As strict as a policy gets, in the page itself: Trusted Types are required, and nobody but Lit makes any. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** For a host that sends no policy. */
const STATIC = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  // The second one is for a look at the files on this machine, whose other name makes another origin.
  "frame-src 'self' http://localhost:* http://127.0.0.1:*",
  "img-src 'self' data: https:",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/**
 * The studio, the page in its frame, the same once more for a frame in that one, under a strict policy and inside an app, and a
 * redirect page that needs no back end.
 */
export async function studioPages(build: StudioBuild): Promise<Assets> {
  // A server sends its policy as a header.
  const policy = build.isServed
    ? html``
    : html`<meta http-equiv="Content-Security-Policy" content="${STATIC}" />`;
  const strict = html`<meta http-equiv="Content-Security-Policy" content="${STRICT}" />`;
  const classic = html`<script src="cdn/button.js"></script>`;
  const webview = html`<script src="${build.sandbox}${WEBVIEW_SCRIPT_PATH}"></script>`;
  const pages: Readonly<Record<string, Html>> = {
    'index.html': studioPage(build, policy),
    'canvas.html': canvasPage(build, policy),
    'framed.html': canvasPage(build, policy),
    'strict.html': canvasPage(build, html`${strict} ${classic}`),
    'webview.html': canvasPage(build, html`${policy} ${webview}`),
    'redirect.html': redirectPage(),
  };
  const entries = Object.entries(pages).map(async ([name, page]) => {
    const body = String(await page);
    return [name, { type: mediaType(name), body }] as const;
  });
  return new Map(await Promise.all(entries));
}

function studioPage(build: StudioBuild, policy: Html): Html {
  return document(
    build,
    html`${policy}
      <title>crm-oauth-button: connect a CRM with one click</title>
      <meta name="description" content="Stories, controls and snippets of the button that connects a CRM." />
      <link rel="stylesheet" href="assets/studio.css" />
      <script type="module" src="assets/studio.js"></script>`,
    html`<div id="studio"></div>
      <noscript><p class="empty">The studio is a program: it takes JavaScript.</p></noscript>`,
  );
}

function canvasPage(build: StudioBuild, head: Html): Html {
  return document(
    build,
    html`${head}
      <title>Canvas · crm-oauth-button</title>
      <link rel="stylesheet" href="assets/canvas.css" />
      <script type="module" src="assets/canvas.js"></script>`,
    html`<main>
      <h1 class="hidden">Canvas</h1>
      <div id="stage"></div>
      <output></output>
    </main>`,
  );
}

function redirectPage(): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Done · crm-oauth-button</title>
        <script src="cdn/callback.js"></script>
        <link rel="icon" href="assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="assets/page.css" />
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="./" target="_top">${MARK} <span>crm-oauth-button</span></a>
        </header>
        <main id="main" class="notice card">
          <p class="lead plain">The redirect page</p>
          <h1>You can close this window</h1>
          <p><code>callback.js</code> takes the answer from here to the page with the button.</p>
          <p class="actions"><a class="button" href="./" target="_top">Back to the studio</a></p>
        </main>
      </body>
    </html>`;
}

function document(
  { sandbox, isServed, version, integrity, localesIntegrity }: StudioBuild,
  head: Html,
  body: Html,
): Html {
  return html`<!doctype html>
    <html
      lang="en"
      data-sandbox="${sandbox}"
      data-served="${String(isServed)}"
      data-version="${version}"
      data-integrity="${integrity}"
      data-locales-integrity="${localesIntegrity}"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="assets/icon.svg" type="image/svg+xml" />
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
