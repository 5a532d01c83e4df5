import { html } from 'hono/html';
import { AMOCRM, KOMMO, type Brand } from '../brand.js';
import { RINGCENTRAL } from '../ringcentral/ringcentral.js';
import type { Store } from '../store.js';
import { page, type Html } from './page.js';

const ENDPOINTS = [
  ['/oauth/', 'GET: the consent page; also /es/oauth/, /br/oauth/, /id/oauth/'],
  ['/oauth2/access_token', 'POST: tokens for a code or a refresh token'],
  ['/api/v4/account', 'GET: the account behind an access token'],
  ['/ringcentral/restapi/oauth/authorize', 'GET: RingCentral’s consent page'],
  ['/ringcentral/restapi/oauth/token', 'POST: tokens for a code, a refresh token or a JWT; pages may ask'],
  ['/ringcentral/embeddable/adapter.js', 'GET: puts RingCentral’s widget into a page'],
  ['/ringcentral/embeddable/app.html', 'GET: the widget itself, for a frame'],
  ['/sandbox/behaviour', 'GET or POST: how the sandbox acts, as JSON'],
] as const;

/** The front page: what this is, how to use it, what it knows, how it behaves. It can show an answer itself. */
export function indexPage(
  { behaviour, integrations, ringcentral }: Store,
  { origin, searchParams }: URL,
): Html {
  const registered = [
    ...integrations.all().map(({ redirectUri, ...client }) => ({ ...client, redirectUris: [redirectUri] })),
    ...ringcentral.clients,
  ].map(({ clientId, name, redirectUris }) => [
    name,
    code(clientId),
    redirectUris.map((uri) => html`<div>${code(uri)}</div>`),
  ]);
  const answered = searchParams.has('code') || searchParams.has('error');
  return page({
    title: 'Sandbox',
    body: html`<main class="index">
      <div class="intro">
        <h1>A local stand-in for Kommo, amoCRM and RingCentral</h1>
        <p>
          It shows the consent page, issues codes and tokens, answers as the real one would, and forgets
          everything when it stops.
        </p>
      </div>
      ${
        answered &&
        section(
          'An answer has arrived',
          table(
            ['Parameter', 'Value'],
            [...searchParams].map((entry) => entry.map(code)),
          ),
        )
      }
      ${section(
        'Point a button at it',
        html`<div class="snippets">
          ${[KOMMO, AMOCRM].map((brand) => crmSnippet(brand, origin))} ${ringCentralSnippet(origin)}
          ${widgetSnippet(origin)}
        </div>`,
      )}
      ${section(
        'Integrations',
        registered.length > 0
          ? table(['Name', 'Client ID', 'Redirect URI'], registered)
          : html`<p>None yet. Any client ID is accepted from a page on this machine or on https.</p>`,
      )}
      ${section(
        'Behaviour',
        table(
          ['Name', 'Value'],
          Object.entries(behaviour).map(([name, value]) => [code(name), code(String(value ?? 'none'))]),
        ),
      )}
      ${section(
        'Endpoints',
        html`${table(
            ['Endpoint', 'Purpose'],
            ENDPOINTS.map(([path, purpose]) => [code(path), purpose]),
          )}
          <p>For amoCRM put <code>/amocrm</code> in front of the first three.</p>`,
      )}
    </main>`,
  });
}

const code = (text: string): Html => html`<code>${text}</code>`;

function section(heading: string, body: Html): Html {
  return html`<section class="card">
    <h2>${heading}</h2>
    ${body}
  </section>`;
}

function crmSnippet({ id, name, prefix }: Brand, origin: string): Html {
  const query = new URLSearchParams({ client_id: `${id}-example`, state: 'example', origin: `${origin}/` });
  const markup = [
    '<crm-oauth-button',
    `  provider="${id}"`,
    `  server="${origin}${prefix}"`,
    '  data-client-id="…"',
    '></crm-oauth-button>',
  ].join('\n');
  return snippet(markup, `${prefix}/oauth/?${query.toString()}`, `Try ${name}`);
}

function ringCentralSnippet(origin: string): Html {
  const { id, name, prefix } = RINGCENTRAL;
  const query = new URLSearchParams({
    response_type: 'code',
    redirect_uri: `${origin}/`,
    client_id: `${id}-example`,
    state: 'example',
  });
  const markup = [
    '<crm-oauth-button',
    `  provider="${id}"`,
    `  server="${origin}${prefix}"`,
    '  client-id="…"',
    '  redirect_uri="…"',
    '></crm-oauth-button>',
  ].join('\n');
  return snippet(markup, `${prefix}/restapi/oauth/authorize?${query.toString()}`, `Try ${name}`);
}

function widgetSnippet(origin: string): Html {
  const path = `${RINGCENTRAL.prefix}/embeddable`;
  const markup = ['<script', `  src="${origin}${path}/adapter.js?clientId=…"`, '></script>'].join('\n');
  return snippet(markup, `${path}/app.html`, 'Try the widget');
}

function snippet(markup: string, href: string, caption: string): Html {
  return html`<div class="snippet">
    <pre><code>${markup}</code></pre>
    <a class="button" href="${href}">${caption}</a>
  </div>`;
}

function table(headings: readonly string[], rows: readonly (readonly (string | Html | Html[])[])[]): Html {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
