import { own } from '../providers/own.js';
import { attributeName } from './attributes.js';
import { readAttribute } from './read-attribute.js';
import { defaultOf, type Setting, SETTINGS } from './settings.js';

/** In Node there are no elements, and yet the module can be imported. */
const Base =
  (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ??
  (Object as unknown as typeof HTMLElement);

const names = Object.keys(SETTINGS) as Setting[];
const byAttribute = new Map(names.map((name) => [attributeName(name), name]));

/**
 * Gives each setting a property and its attributes, and draws the element anew, once, after any number of changes. Of a
 * setting that was never set nothing is stored: a page may have a thousand buttons.
 */
export abstract class SettingsElement extends Base {
  static readonly observedAttributes = [...byAttribute.keys()].flatMap((name) => [name, `data-${name}`]);

  static {
    for (const name of names) {
      const initial = defaultOf(name);
      Object.defineProperty(this.prototype, name, {
        get(this: SettingsElement) {
          return this.#values[name] ?? initial;
        },
        set(this: SettingsElement, value: string | boolean | null | undefined) {
          this.#values[name] = value;
          this.settingChanged(name);
        },
      });
    }
  }

  readonly #values: Partial<Record<Setting, string | boolean | null | undefined>> = own({});
  #isDrawn = false;
  #update: Promise<void> | undefined;

  /** Resolves when every change is drawn. */
  get updateComplete(): Promise<void> {
    return this.#update ?? Promise.resolve();
  }

  /** Draws what is set at this moment. */
  protected abstract draw(): void;

  /** A setting was set, be it to the value that it had. */
  protected abstract settingChanged(name: Setting): void;

  connectedCallback(): void {
    // Properties that were set before the class was there hide its accessors.
    for (const name of names.filter((name) => Object.hasOwn(this, name))) {
      const { [name]: value } = this as Partial<Record<Setting, string>>;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    if (this.#isDrawn) this.requestUpdate();
    else this.draw();
    this.#isDrawn = true;
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const plain = name.replace(/^data-/, '');
    const setting = byAttribute.get(plain);
    if (!setting || old === value) return;
    // Whichever spelling changed, the stronger one that stands there counts.
    const read = (attribute: string): string | null => this.getAttribute(attribute);
    Reflect.set(this, setting, readAttribute(setting, plain, read));
  }

  /** Draws the element anew in a microtask. */
  requestUpdate(): void {
    if (!this.#isDrawn) return;
    this.#update ??= Promise.resolve().then(() => {
      this.#update = undefined;
      this.draw();
    });
  }
}
