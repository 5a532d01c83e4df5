import { html, nothing, type TemplateResult } from '../button/lit.js';
import { tryTo } from '../consent/platform.js';
import type { Connection } from './read-connections.js';
import type { Actions, View } from './view.js';

/** An account: its name, its status, and the way out. */
export function accountTemplate(connection: Connection, view: View, actions: Actions): TemplateResult {
  const { account, accountName = account, host, id, status } = connection;
  const { asked, failed, leaving, texts } = view;
  return html`<li part="account" class="account ${status}" aria-busy=${leaving.has(id) ? 'true' : nothing}
    ><p part="account-name" class="account-name"><bdi>${accountName}</bdi></p
    >${host && host !== accountName ? html`<p class="muted"><bdi>${host}</bdi></p>` : nothing}<p
      part="status"
      class="status"
      ><bdi>${statusOf(connection, view)}</bdi></p
    >${untilOf(connection, view)}${asked === id ? questionTemplate(connection, view, actions) : wayOutTemplate(connection, view, actions)}${
      failed === id ? html`<p role="alert" class="failed"><bdi>${texts.failed}</bdi></p>` : nothing
    }</li
  >`;
}

function wayOutTemplate(connection: Connection, { leaving, texts }: View, actions: Actions): TemplateResult {
  const { account, accountName = account, id, status } = connection;
  // What is disconnected already has nothing to lose.
  const isOver = status === 'disconnected';
  const onClick = ({ currentTarget }: Event): void =>
    (isOver ? actions.disconnect : actions.ask)(connection, rowOf(currentTarget));
  return html`<button
    type="button"
    part="action"
    class="action leave"
    aria-disabled=${leaving.has(id) ? 'true' : nothing}
    @click=${onClick}
    >${isOver ? texts.remove : texts.disconnect} <span class="hidden"><bdi>${accountName}</bdi></span></button
  >`;
}

function questionTemplate(
  connection: Connection,
  { leaving, texts }: View,
  actions: Actions,
): TemplateResult {
  const { account, accountName = account, id } = connection;
  const busy = leaving.has(id) ? 'true' : nothing;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || busy === 'true') return;
    // A dialog around it should stay.
    event.preventDefault();
    event.stopPropagation();
    actions.cancel(rowOf(event.currentTarget));
  };
  const onConfirm = ({ currentTarget }: Event): void => actions.disconnect(connection, rowOf(currentTarget));
  const onCancel = ({ currentTarget }: Event): void => {
    if (busy !== 'true') actions.cancel(rowOf(currentTarget));
  };
  return html`<div role="group" aria-labelledby="question" class="question" @keydown=${onKeyDown}
    ><p id="question"><bdi>${texts.ask.replace('{account}', () => `\u2068${accountName}\u2069`)}</bdi></p
    ><button type="button" part="action" class="action confirm" aria-disabled=${busy} @click=${onConfirm}
      >${texts.disconnect}</button
    ><button type="button" part="action" class="action cancel" aria-disabled=${busy} @click=${onCancel}
      >${texts.cancel}</button
    ></div
  >`;
}

function statusOf({ status, since }: Connection, { language, texts }: View): string {
  if (status === 'reconnect') return texts.expired;
  if (status === 'disconnected') return texts.disconnected;
  return texts.since.replace('{date}', () => dayOf(since, language));
}

function untilOf({ status, until }: Connection, { language, texts }: View): TemplateResult | typeof nothing {
  if (until === undefined || status !== 'connected') return nothing;
  return html`<p class="muted"><bdi>${texts.until.replace('{date}', () => dayOf(until, language))}</bdi></p>`;
}

/** A day as the language writes it. A page may have registered its texts under a tag that is none. */
function dayOf(time: number, language: string): string {
  const format = tryTo(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
  return (format ?? new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })).format(time);
}

function rowOf(target: EventTarget | null): Element {
  const row = (target as Element).closest('li');
  if (!row) throw new Error('An account is a row of a list.');
  return row;
}
