import { attributeName } from '../button/attributes.js';
import { SETTINGS } from '../button/settings.js';
import { renderAttributes } from './render-attributes.js';
import { renderShadowRoot, type RenderOptions } from './render-shadow-root.js';

/** What `@lit-labs/ssr` asks of an element's renderer. */
export interface ButtonRenderer {
  readonly tagName: string;
  readonly shadowRootOptions: ShadowRootInit;
  connectedCallback(): void;
  attributeChangedCallback(name: string, old: string | null, value: string | null): void;
  setProperty(name: string, value: unknown): void;
  setAttribute(name: string, value: string): void;
  renderAttributes(): string[];
  renderShadow(): string[];
  renderLight(): undefined;
}

/**
 * Makes the renderer with which `@lit-labs/ssr` renders the button inside templates of Lit.
 *
 * @example
 * ```ts
 * render(template, { elementRenderers: [createButtonRenderer({ nonce }), LitElementRenderer] });
 * ```
 */
export function createButtonRenderer(options: RenderOptions = {}): {
  new (tagName: string): ButtonRenderer;
  matchesClass(elementClass: unknown, tagName: string): boolean;
} {
  return class implements ButtonRenderer {
    static matchesClass(_elementClass: unknown, tagName: string): boolean {
      return tagName === 'crm-oauth-button';
    }

    readonly #attributes: Record<string, string | boolean | null | undefined> = {};
    readonly tagName: string;
    readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

    constructor(tagName: string) {
      this.tagName = tagName;
    }

    connectedCallback(): void {
      // There is no element, and so nothing to connect.
    }

    attributeChangedCallback(): void {
      // The same.
    }

    /** A property that can be set is written as its attribute: the browser's script has to find it somewhere. */
    setProperty(name: string, value: unknown): void {
      if (!Object.hasOwn(SETTINGS, name)) return;
      if (typeof value === 'string' || typeof value === 'boolean') {
        this.#attributes[attributeName(name)] = value;
      }
    }

    setAttribute(name: string, value: string): void {
      this.#attributes[name.toLowerCase()] = value;
    }

    renderAttributes(): string[] {
      return [renderAttributes(this.#attributes)];
    }

    renderShadow(): string[] {
      return [renderShadowRoot(this.#attributes, options)];
    }

    renderLight(): undefined {
      return undefined;
    }
  };
}
