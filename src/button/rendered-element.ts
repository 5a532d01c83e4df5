import {
  adoptStyles,
  LitElement,
  type PropertyValues,
  supportsAdoptingStyleSheets,
  type TemplateResult,
} from './lit.js';
import { canHydrate, isSame, isStyle } from './face/rendered-markup.js';

/**
 * An element whose shadow root a server may have rendered. If the page has loaded Lit's hydration support, that takes over
 * markup that equals this element's own; any other markup is replaced. Either way the focus stays where it was.
 */
export abstract class RenderedElement extends LitElement {
  /** The server's markup. */
  #rendered: readonly ChildNode[] = [];
  #isHydrating = false;

  /** Whether `render()` is for a server, or hydrates a server's markup. */
  protected get isPlain(): boolean {
    // Lit's types have a root always.
    const { renderRoot }: { renderRoot?: unknown } = this;
    return !renderRoot || this.#isHydrating;
  }

  protected abstract override render(): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    // Synchronously: nothing may move after the first paint, and the page may look right away. There is no root yet on a
    // server, or while hydration waits for the element around this one.
    if (!this.isPlain && !this.hasUpdated) this.performUpdate();
  }

  protected override createRenderRoot(): ShadowRoot {
    const { elementStyles, shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#rendered = [...root.childNodes];
    // Every browser does. In jsdom, where pages are tested, a style element would add to their text.
    if (supportsAdoptingStyleSheets) adoptStyles(root, elementStyles);
    return root;
  }

  protected override update(changed: PropertyValues): void {
    if (!canHydrate(this.#rendered)) {
      super.update(changed);
      return;
    }
    this.#isHydrating = true;
    this.#isHydrating = isSame(this.#rendered, this.render());
    try {
      // Hydration expects an existing root.
      if (this.#isHydrating) super.createRenderRoot();
      this.renderOptions.renderBefore = null;
      super.update(changed);
      // Hydration support that loads after Lit does nothing: then there are more nodes now.
      if (this.renderRoot.childNodes.length === this.#rendered.length)
        this.#rendered = this.#rendered.filter(isStyle);
    } catch (error) {
      if (!this.#isHydrating) throw error;
      // The same markup, but another version's template: render it again.
      super.update(changed);
    }
    this.#isHydrating = false;
    // A second update adds what a server cannot know.
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    const { activeElement, children } = this.renderRoot as ShadowRoot;
    const rendered = this.#rendered;
    this.#rendered = [];
    if (rendered.some((node) => node.contains(activeElement))) {
      // Directly from one to the other, so that the page sees no focus change.
      const drawn = [...children].find((node) => !rendered.includes(node));
      (drawn as HTMLElement | undefined)?.focus();
    }
    for (const node of rendered) node.remove();
  }
}
