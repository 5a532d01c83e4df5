import { html } from 'hono/html';
import type { Html } from './drawings.js';
import { page } from './page.js';

export const DISCONNECT_PATH = '/sandbox/disconnect';

/** Markup for a page that uses the sandbox, and where to try it. */
export interface Snippet {
  /** Lines of HTML. */
  markup: readonly string[];
  href: string;
  caption: string;
}

interface Connection {
  account: string;
  accountId: number;
  clientId: string;
  name: string;
}

/** The data of the front page. */
export interface IndexContent {
  /** Names of the CRMs. */
  names: readonly string[];
  snippets: readonly Snippet[];
  clients: readonly { clientId: string; name: string; redirectUris: readonly string[] }[];
  /** The integrations that hold tokens for an account. `account` is its host. */
  connections: readonly Connection[];
  behaviour: object;
  /** Path and purpose. */
  endpoints: readonly (readonly [path: string, purpose: string])[];
}

/**
 * The front page: the sandbox's purpose, its use, its clients, its behaviour.
 *
 * @param arrived the page's own query. The page can be a redirect URI, and shows the answer then
 */
export function indexPage(
  { names, snippets, clients, connections, behaviour, endpoints }: IndexContent,
  arrived: URLSearchParams,
): Html {
  const registered = clients.map(({ clientId, name, redirectUris }) => [
    name,
    code(clientId),
    redirectUris.map((uri) => html`<div>${code(uri)}</div>`),
  ]);
  const answered = arrived.has('code') || arrived.has('error');
  return page({
    title: 'Sandbox',
    body: html`<main class="index">
      <div class="intro">
        <h1>A local stand-in for your CRM</h1>
        <p>
          It shows the consent page, issues codes and tokens, answers as the real one would, and forgets
          everything when it stops.
        </p>
        <p>It plays ${LIST.format(names)}.</p>
      </div>
      ${
        answered &&
        section(
          'An answer has arrived',
          table(
            ['Parameter', 'Value'],
            [...arrived].map((entry) => entry.map(code)),
          ),
        )
      }
      ${section('Point a button at it', html`<div class="snippets">${snippets.map(snippetItem)}</div>`)}
      ${section(
        'Integrations',
        registered.length > 0
          ? table(['Name', 'Client ID', 'Redirect URI'], registered)
          : html`<p>None yet. Any client ID is accepted from a page on this machine or on https.</p>`,
      )}
      ${section(
        'Connected accounts of Kommo and amoCRM',
        connections.length > 0
          ? table(['Account', 'Integration', 'At the CRM'], connections.map(connectionRow))
          : html`<p>None yet. An account is here once an integration holds tokens for it.</p>`,
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
        html`<p>Kommo’s are also below ${code('/kommo')}, so that each CRM is found below its name.</p>
          ${table(
            ['Endpoint', 'Purpose'],
            endpoints.map(([path, purpose]) => [code(path), purpose]),
          )}`,
      )}
    </main>`,
  });
}

const LIST = new Intl.ListFormat('en-GB');

const code = (text: string): Html => html`<code>${text}</code>`;

function section(heading: string, body: Html): Html {
  return html`<section class="card">
    <h2>${heading}</h2>
    ${body}
  </section>`;
}

function connectionRow({ account, accountId, clientId, name }: Connection): (string | Html)[] {
  return [
    code(account),
    name,
    html`<form method="post" action="${DISCONNECT_PATH}">
      <input type="hidden" name="account" value="${accountId}" />
      <input type="hidden" name="client_id" value="${clientId}" />
      <button aria-label="Disconnect ${name} from ${account}">Disconnect</button>
    </form>`,
  ];
}

function snippetItem({ markup, href, caption }: Snippet): Html {
  return html`<div class="snippet">
    <pre><code>${markup.join('\n')}</code></pre>
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
