import { keyword, readList } from '../button/attribute-values.js';
import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import type { CrmOAuthSuccessEvent } from '../button/events.js';
import { addSpeaker, languageOf, removeSpeaker } from '../button/language/language.js';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from '../button/lit.js';
import { cardsOf, matches } from './cards.js';
import { connectionsCaptions } from './language/captions.js';
import { ListingElement, TEXT } from './listing-element.js';
import { mistakeIn, type Problem } from './load-connections.js';
import type { Connection } from './read-connections.js';
import { styles } from './styles.js';
import { connectionsTemplate } from './template.js';
import type { Actions, View } from './view.js';

/** From how many cards on there is a search field. */
const MANY = 6;
/** How many cards are drawn before the list is there, unless `providers` says. */
const EXPECTED = 3;

type State = Problem | 'loading' | 'empty' | 'ready';

/**
 * The settings page of a site: a card for each CRM, with the visitor's accounts and a button that connects one.
 *
 * @tagname crm-connections
 * @slot signed-out - In place of the list where nobody is signed in, such as a link to your login page. Default: a sentence.
 * @csspart cards - The list of cards.
 * @csspart card - A CRM.
 * @csspart logo - The tile with the CRM's mark.
 * @csspart name - The CRM's name.
 * @csspart account - An account at the CRM.
 * @csspart account-name - The account's name, or its id.
 * @csspart status - The status in words.
 * @csspart action - A button that disconnects or removes an account, answers the question before that, or tries again.
 * @csspart connect - The button that connects an account: `button` of the `<crm-oauth-button>`.
 * @csspart search - The search field.
 * @csspart message - What went wrong, or why there are no cards.
 * @cssprop [--crm-connections-background] - Surface of the cards.
 * @cssprop [--crm-connections-color] - Text.
 * @cssprop [--crm-connections-border] - Colour of the hairlines.
 * @cssprop [--crm-connections-font] - Font families. Default: those of the button.
 * @cssprop [--crm-connections-gap=16px] - Distance of the cards.
 * @cssprop [--crm-connections-radius=12px] - Radius of the cards' corners.
 * @cssState loading - The first list is on its way.
 * @cssState ready - There are cards.
 * @cssState empty - The site offers no CRM.
 * @cssState offline - The server gave no answer. The last list stays, if there is one.
 * @cssState error - The server's answer is none that can be used. The last list stays, if there is one.
 * @cssState signed-out - Nobody is signed in.
 * @fires {CrmConnectionsChangeEvent} crm-connections-change - `connections` changed, the first list included.
 */
export class CrmConnections extends ListingElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = { providers: TEXT, theme: TEXT, locale: TEXT };

  /**
   * Names of the clients to show, in this order, separated by commas or spaces. Default: all, as the server orders them.
   *
   * @attr
   */
  declare providers: string;

  /**
   * Colour scheme, that of the buttons included; `auto` follows `prefers-color-scheme`.
   *
   * @attr
   */
  declare theme: 'light' | 'dark' | 'auto';

  /**
   * Language of the texts and of the consent pages: `en`, `es`, `id`, `pt`, `ru`, or `auto` for the nearest `lang` and then the
   * browser's. Default: `en`.
   *
   * @attr
   */
  declare locale: string;

  #query = '';
  /** Ids of connections: the one that a question is about, and those that are on their way out or failed to go. */
  #asked: string | undefined;
  readonly #leaving = new Set<string>();
  #failed: string | undefined;
  /** The account that has just gone. */
  #ended = '';
  readonly #approached = new Set<string>();
  /** By client: how many accounts have gone, so that their button starts anew. */
  readonly #rounds = new Map<string, number>();
  #state: State | undefined;
  /** Absent in jsdom and happy-dom, where pages are tested. */
  readonly #states = (this as Partial<HTMLElement>).attachInternals?.().states;

  readonly #actions: Actions = {
    retry: () => void this.refresh(),
    search: (query) => {
      this.#query = query;
      this.requestUpdate();
    },
    approach: (client) => void this.#approach(client),
    request: (client, event) => {
      const button = event.target as CrmOAuthButton;
      if (button.stateUrl && !button.isUpdatePending) return;
      event.preventDefault();
      // Its event tells of an error.
      void this.#approach(client)
        .then(() => button.updateComplete)
        .then(() => button.authorize())
        .catch(() => undefined);
    },
    succeed: (event: CrmOAuthSuccessEvent) => event.waitUntil(this.refresh()),
    ask: (connection, row) => {
      this.#asked = connection.id;
      this.#failed = undefined;
      void this.#focus(row, '.cancel');
    },
    cancel: (row) => {
      this.#asked = undefined;
      this.#failed = undefined;
      void this.#focus(row, '.leave');
    },
    disconnect: (connection, row) => void this.#disconnect(connection, row),
  };

  constructor() {
    super();
    this.providers = '';
    this.theme = 'light';
    this.locale = '';
  }

  override connectedCallback(): void {
    addSpeaker(this);
    // At a new place in the page, `lang` may be another.
    this.requestUpdate();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeSpeaker(this);
  }

  protected override render(): TemplateResult {
    return connectionsTemplate(this.#view, this.#actions);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { state } = this.#view;
    if (this.#state) this.#states?.delete(this.#state);
    this.#states?.add(state);
    this.#state = state;
  }

  get #view(): View & { state: State } {
    const cards = this.list && cardsOf(this.list, this.providers);
    const chosen = readList('providers', this.providers).length;
    const count = cards?.length ?? (chosen || EXPECTED);
    const language = this.#language;
    const query = count >= MANY ? this.#query.trim() : '';
    return {
      state: this.problem ?? (cards ? (cards.length ? 'ready' : 'empty') : 'loading'),
      src: this.src,
      mistake: this.problem && mistakeIn(this.src),
      theme: keyword('theme', this.theme, ['light', 'dark', 'auto']),
      language,
      texts: connectionsCaptions[language] ?? connectionsCaptions.en,
      cards,
      expected: count,
      hasSearch: count >= MANY,
      query,
      found: cards?.filter((card) => matches(card, query)) ?? [],
      asked: this.#asked,
      leaving: this.#leaving,
      failed: this.#failed,
      ended: this.#ended,
      approached: this.#approached,
      rounds: this.#rounds,
    };
  }

  get #language(): string {
    // On a server there is no page to ask.
    if (!(this as Partial<HTMLElement>).ownerDocument) return 'en';
    return languageOf(this, this.locale, 'en', connectionsCaptions);
  }

  /** @returns resolves once the card's button knows where its states come from */
  async #approach(client: string): Promise<void> {
    if (!this.#approached.has(client)) this.requestUpdate();
    this.#approached.add(client);
    await this.updateComplete;
  }

  async #disconnect(connection: Connection, row: Element): Promise<void> {
    const { id, client, account, accountName = account } = connection;
    if (this.#leaving.has(id)) return;
    this.#leaving.add(id);
    this.#failed = undefined;
    this.requestUpdate();
    // The row will be gone.
    const card = row.parentElement?.closest('li');
    const hadFocus = row.matches(':focus-within');
    const isGone = await this.disconnect(connection);
    this.#leaving.delete(id);
    if (isGone) {
      this.#asked = undefined;
      this.#ended = accountName;
      this.#rounds.set(client, (this.#rounds.get(client) ?? 0) + 1);
      if (hadFocus && card) await this.#focus(card, 'crm-oauth-button');
    } else this.#failed = id;
    this.requestUpdate();
  }

  /** Focuses an element of the next picture. */
  async #focus(parent: Element, selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    parent.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-connections': CrmConnections;
  }
}
