import { isInFlight } from '../consent/single-flight.js';
import { ButtonSettings } from './button-settings.js';
import { type ButtonStatus, CrmOAuthStatusChangeEvent } from './events.js';
import type { LitElement } from './lit.js';

/** The button's status: that of the authorization under way, or else what the page says of the connection. */
export abstract class StatusElement extends ButtonSettings {
  #status: ButtonStatus = 'idle';
  /** For `:state(…)` in CSS. Absent in jsdom and happy-dom, where pages are tested. */
  readonly #states = (this as Partial<HTMLElement>).attachInternals?.().states;

  constructor() {
    super();
    this.#states?.add(this.#status);
  }

  /** The button's status; `:state(…)` in CSS. */
  get status(): ButtonStatus {
    return this.#status;
  }

  /** The status while nothing is under way. */
  protected get restingStatus(): ButtonStatus {
    if (this.reconnect) return 'reconnect';
    return this.authorized ? 'authorized' : 'idle';
  }

  /** @ignore */
  override requestUpdate(...changed: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...changed);
    const [name, old] = changed;
    if (name !== 'authorized' && name !== 'authorizedAccount' && name !== 'reconnect') return;
    // After a success, `setStatus()` tells of both.
    if (name === 'reconnect' && !this.reconnect && this.#status === 'authorized') return;
    // Synchronously: the page may read the status right away.
    const rests = name !== 'authorizedAccount' && !isInFlight(this);
    this.setStatus(rests ? this.restingStatus : this.#status, this[name] !== old);
  }

  protected setStatus(status: ButtonStatus, isNews = false): void {
    if (status === this.#status && !isNews) return;
    this.#states?.delete(this.#status);
    this.#states?.add(status);
    this.#status = status;
    // The connection is there again.
    if (status === 'authorized') this.reconnect = false;
    this.requestUpdate();
    this.dispatchEvent(new CrmOAuthStatusChangeEvent(status));
  }
}
