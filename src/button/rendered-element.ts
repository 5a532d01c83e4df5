import {
  adoptStyles,
  LitElement,
  type PropertyValues,
  supportsAdoptingStyleSheets,
  type TemplateResult,
} from './lit.js';
import { canHydrate, isSame, isStyle } from './face/rendered-markup.js';

/**
 * An element whose inside a server may have rendered. Lit's hydration support, where the page has loaded it, takes over
 * markup that is just what would be drawn here. Any other is replaced, and the focus stays where the visitor had it.
 */
export abstract class RenderedElement extends LitElement {
  /** What the server has rendered. */
  #rendered: readonly ChildNode[] = [];
  #isHydrating = false;

  /** Whether what `render()` gives is for a server, or to take over from one. */
  protected get isPlain(): boolean {
    // Lit declares that there always is a root.
    const { renderRoot }: { renderRoot?: unknown } = this;
    return !renderRoot || this.#isHydrating;
  }

  protected abstract override render(): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    // At once: nothing is to move when the page is first painted, and the page may look at once. On a server, and where
    // hydration has to wait for the element around, there is no root yet.
    if (!this.isPlain && !this.hasUpdated) this.performUpdate();
  }

  protected override createRenderRoot(): ShadowRoot {
    const { elementStyles, shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#rendered = [...root.childNodes];
    // Every browser does, and in jsdom, where pages are tested, a style would be text among what they read.
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
      // The support looks for a root that is there already.
      if (this.#isHydrating) super.createRenderRoot();
      this.renderOptions.renderBefore = null;
      super.update(changed);
      // Support that came later than Lit has no part in it: then there are more nodes now.
      if (this.renderRoot.childNodes.length === this.#rendered.length)
        this.#rendered = this.#rendered.filter(isStyle);
    } catch (error) {
      if (!this.#isHydrating) throw error;
      // The same to look at, and yet of another version: it is drawn anew.
      super.update(changed);
    }
    this.#isHydrating = false;
    // What a server can't know comes in a second turn.
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    const { activeElement, children } = this.renderRoot as ShadowRoot;
    const rendered = this.#rendered;
    this.#rendered = [];
    if (rendered.some((node) => node.contains(activeElement))) {
      // From one to the other, so that the page hears of no change.
      const drawn = [...children].find((node) => !rendered.includes(node));
      (drawn as HTMLElement | undefined)?.focus();
    }
    for (const node of rendered) node.remove();
  }
}
