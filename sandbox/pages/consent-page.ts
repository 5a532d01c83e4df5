import { html } from 'hono/html';
import { CAPTIONS, type Locale } from './consent-captions.js';
import { LINK_ICON, PERMISSION_ICONS, type Html, type Permission } from './drawings.js';
import { page, type Brand } from './page.js';

/** The request as the person sees it. */
export interface ConsentContent {
  /** The client that asks. `logo` is the URL of an image. */
  client: { name: string; description?: string | undefined; logo?: string | undefined };
  permissions: readonly Permission[];
  /** The accounts that the person can choose from. The form sends the `id`. */
  accounts: readonly { id: number | string; name: string; detail: string }[];
}

/** Asks the person who wants what, for which account, yes or no. The form goes to the page's own URL. */
export function consentPage(
  { client, permissions, accounts }: ConsentContent,
  brand: Brand,
  locale: Locale,
): Html {
  const captions = CAPTIONS[locale];
  const title = captions.title(client.name, brand.name);
  return page({
    title,
    brand,
    locale,
    body: html`<main class="card consent">
      <section class="about">
        <div class="pair">${clientTile(client)} ${LINK_ICON} ${brand.mark}</div>
        <h1>${title}</h1>
        ${client.description && html`<p class="description">${client.description}</p>`}
        <h2>${captions.asks}</h2>
        <ul class="scopes">
          ${permissions.map(
            (permission) =>
              html`<li>
                ${PERMISSION_ICONS[permission]}
                <p>
                  <strong>${captions.permissions[permission].title}</strong>
                  <span>${captions.permissions[permission].detail}</span>
                </p>
              </li>`,
          )}
        </ul>
      </section>
      <form method="post">
        <fieldset>
          <legend>${captions.accounts}</legend>
          <div class="accounts">${accounts.map((account, index) => accountOption(account, index === 0))}</div>
        </fieldset>
        <div class="actions">
          <button name="answer" value="allow" class="primary">${captions.allow}</button>
          <button name="answer" value="deny">${captions.deny}</button>
        </div>
      </form>
    </main>`,
  });
}

function clientTile({ name, logo }: ConsentContent['client']): Html {
  if (logo)
    return html`<img
      class="tile"
      src="${logo}"
      alt=""
      width="48"
      height="48"
      referrerpolicy="no-referrer"
    />`;
  return html`<span class="tile" aria-hidden="true">${monogram(name)}</span>`;
}

function accountOption({ id, name, detail }: ConsentContent['accounts'][number], checked: boolean): Html {
  return html`<label class="account">
    <input type="radio" name="account" value="${id}" required ${checked && 'checked'} />
    <span class="tile" aria-hidden="true">${monogram(name)}</span>
    <span class="text"><strong>${name}</strong> <span>${detail}</span></span>
  </label>`;
}

function monogram(name: string): string {
  const initials = name.match(/[\p{L}\p{N}]+/gu)?.slice(0, 2) ?? ['?'];
  return initials.map((word) => (Array.from(word)[0] ?? '').toUpperCase()).join('');
}
