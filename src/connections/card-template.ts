import { isImage } from '../button/face/logo.js';
import type { CrmOAuthRequestEvent } from '../button/events.js';
import { html, keyed, nothing, repeat, type TemplateResult } from '../button/lit.js';
import { accountTemplate } from './account-template.js';
import { type Card, offerOf } from './cards.js';
import { stateUrl } from './load-connections.js';
import type { Actions, View } from './view.js';

/** A CRM: its accounts, and a button. A card that the search does not find stays, with whatever its button has under way. */
export function cardTemplate(card: Card, isShown: boolean, view: View, actions: Actions): TemplateResult {
  const { client, connections, face } = card;
  const approach = () => actions.approach(client.name);
  return html`<li part="card" class="card" ?hidden=${!isShown} @pointerenter=${approach} @focusin=${approach}
    ><div class="head"
      ><span part="logo" class="logo" aria-hidden="true">${logoTemplate(face.logo)}</span
      ><h3 part="name" class="name"><bdi>${face.brand}</bdi></h3></div
    >${
      connections.length
        ? html`<ul role="list" class="accounts"
            >${repeat(
              connections,
              ({ id }) => id,
              (connection) => accountTemplate(connection, view, actions),
            )}</ul
          >`
        : html`<p part="status" class="accounts status none"><bdi>${view.texts.none}</bdi></p>`
    }${keyed(view.rounds.get(client.name), buttonTemplate(card, view, actions))}</li
  >`;
}

function logoTemplate(source: string): TemplateResult {
  return isImage(source)
    ? html`<img alt="" src=${source} />`
    : html`<svg viewBox="0 0 24 24"><path d=${source}></path></svg>`;
}

function buttonTemplate(
  card: Card,
  { approached, language, src, texts, theme }: View,
  { request, succeed }: Actions,
): TemplateResult {
  const { client, provider } = card;
  const { settings } = client;
  const offer = offerOf(card);
  const onRequest = (event: CrmOAuthRequestEvent) => request(client.name, event);
  return html`<crm-oauth-button
    class=${offer}
    exportparts="button: connect"
    mode="post_message"
    theme=${theme}
    locale=${language}
    state-url=${approached.has(client.name) ? stateUrl(src, client.name) : nothing}
    .provider=${provider}
    .clientId=${settings.clientId ?? ''}
    .redirectUri=${settings.redirectUri ?? ''}
    .scopes=${settings.scopes ?? ''}
    .domain=${settings.domain ?? ''}
    .region=${settings.region ?? ''}
    .resource=${settings.resource ?? ''}
    .tenant=${settings.tenant ?? ''}
    .server=${settings.server ?? ''}
    .name=${settings.name ?? ''}
    .description=${settings.description ?? ''}
    .logo=${settings.logo ?? ''}
    .secretsUri=${settings.secretsUri ?? ''}
    .authorizationEndpoint=${settings.authorizationEndpoint ?? ''}
    .issuer=${settings.issuer ?? ''}
    .title=${offer === 'another' ? texts.another : ''}
    .reconnect=${offer === 'reconnect'}
    @crm-oauth-request=${onRequest}
    @crm-oauth-success=${succeed}
    >${nothing}</crm-oauth-button
  >`;
}
