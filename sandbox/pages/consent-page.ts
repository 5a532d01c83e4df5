import { html } from 'hono/html';
import type { Account } from '../account.js';
import type { AuthorizationRequest } from '../authorization-request.js';
import type { Brand, Locale } from '../brand.js';
import { CAPTIONS } from './captions.js';
import { LINK_ICON, MARKS, SCOPE_ICONS } from './icons.js';
import { page, type Html } from './page.js';

/** Asks the person: who wants what, for which account, yes or no. The form goes to the page's own URL. */
export function consentPage(
  request: AuthorizationRequest,
  accounts: readonly Account[],
  brand: Brand,
  locale: Locale,
): Html {
  const captions = CAPTIONS[locale];
  const title = captions.title(request.name, brand.name);
  return page({
    title,
    brand,
    locale,
    body: html`<main class="card consent">
      <section class="about">
        <div class="pair">${integrationTile(request)} ${LINK_ICON} ${MARKS[brand.id]}</div>
        <h1>${title}</h1>
        ${request.description && html`<p class="description">${request.description}</p>`}
        <h2>${captions.permissions}</h2>
        <ul class="scopes">
          ${request.scopes.map((scope) => {
            const { title, detail } = captions.scopes[scope];
            return html`<li>
              ${SCOPE_ICONS[scope]}
              <p><strong>${title}</strong> <span>${detail}</span></p>
            </li>`;
          })}
        </ul>
      </section>
      <form method="post">
        <fieldset>
          <legend>${captions.accounts}</legend>
          <div class="accounts">
            ${accounts.map((account, index) => accountOption(account, index === 0, brand))}
          </div>
        </fieldset>
        <div class="actions">
          <button name="answer" value="allow" class="primary">${captions.allow}</button>
          <button name="answer" value="deny">${captions.deny}</button>
        </div>
      </form>
    </main>`,
  });
}

function integrationTile({ name, logo }: AuthorizationRequest): Html {
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

function accountOption({ id, name, subdomain }: Account, checked: boolean, { accountDomain }: Brand): Html {
  return html`<label class="account">
    <input type="radio" name="account" value="${id}" required ${checked && 'checked'} />
    <span class="tile" aria-hidden="true">${monogram(name)}</span>
    <span class="text"><strong>${name}</strong> <span>${subdomain}.${accountDomain}</span></span>
  </label>`;
}

function monogram(name: string): string {
  const initials = name.match(/[\p{L}\p{N}]+/gu)?.slice(0, 2) ?? ['?'];
  return initials.map((word) => (Array.from(word)[0] ?? '').toUpperCase()).join('');
}
