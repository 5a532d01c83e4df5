import { LitElementRenderer } from '@lit-labs/ssr';
import { escapeHtml } from '@lit-labs/ssr/lib/util/escape-html.js';
import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { attributeName, SETTINGS } from '../button/settings.js';
import { rootStyles } from './root-styles.js';

/** A page's wishes for the shadow root, besides the button's attributes. */
export interface RenderOptions {
  /** Language of a button with `locale="auto"`, such as the page's `lang`. Default: the CRM's own. */
  language?: string | undefined;
  /** Nonce of the page's Content-Security-Policy, for the style in the shadow root. */
  nonce?: string | undefined;
  /**
   * URL of `cdn/button.css`, for a link in place of the style: suits pages with many buttons, and policies without a nonce.
   */
  stylesheet?: string | undefined;
}

/** Renders the button with Lit's own renderer, and the page's options on top. */
export class ButtonRenderer extends LitElementRenderer {
  declare readonly element: CrmOAuthButton;
  readonly #options: RenderOptions;

  constructor(tagName: string, options: RenderOptions = {}) {
    super(tagName);
    this.#options = options;
  }

  static override matchesClass(_elementClass: unknown, tagName?: string): boolean {
    return tagName === 'crm-oauth-button';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // There is no page to ask. The attribute in the markup stays as it is.
    if (this.element.locale === 'auto') this.element.locale = this.#options.language ?? '';
  }

  /** Lit's renderer knows only one spelling. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    this.element.attributeChangedCallback(name, old, value);
  }

  /** Writes a setting as its attribute, where the browser's script will find it. */
  override setProperty(name: string, value: unknown): void {
    if (!Object.hasOwn(SETTINGS, name) || value === false) return;
    if (typeof value === 'string' || value === true) {
      this.setAttribute(attributeName(name), value === true ? '' : value);
    }
  }

  override renderShadow(...info: Parameters<LitElementRenderer['renderShadow']>) {
    // The last part is the template. The style before it lacks a nonce.
    return [this.#renderStyle(), ...(super.renderShadow(...info) ?? []).slice(-1)];
  }

  #renderStyle(): string {
    const { nonce: value, stylesheet } = this.#options;
    const nonce = value ? ` nonce="${escapeHtml(value)}"` : '';
    return stylesheet
      ? `<link rel="stylesheet" href="${escapeHtml(stylesheet)}"${nonce}>`
      : `<style${nonce}>${rootStyles}</style>`;
  }
}

/**
 * Makes the renderer with which `@lit-labs/ssr` renders the button inside templates of Lit.
 *
 * @example
 * ```ts
 * render(template, { elementRenderers: [createButtonRenderer({ nonce }), LitElementRenderer] });
 * ```
 */
export function createButtonRenderer(options: RenderOptions = {}): typeof ButtonRenderer {
  return class extends ButtonRenderer {
    constructor(tagName: string) {
      super(tagName, options);
    }
  };
}
