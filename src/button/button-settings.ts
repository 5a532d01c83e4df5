import { keyword } from './attribute-values.js';
import type { PropertyDeclarations } from './lit.js';
import { RenderedElement } from './rendered-element.js';
import { type SettingName, type Settings, SETTINGS } from './settings.js';

const names = Object.keys(SETTINGS) as SettingName[];

/** Typed with a property for each setting, since a class cannot declare properties from a table. */
const Base = RenderedElement as unknown as Omit<typeof RenderedElement, 'prototype'> &
  (abstract new () => RenderedElement & Settings);

/**
 * The button's settings as properties and attributes. Every attribute also works with `data-` in front, as the CRM's
 * documents write it; if both spellings are present, that one wins. Empty counts as absent.
 */
export abstract class ButtonSettings extends Base {
  static override properties: PropertyDeclarations = SETTINGS;

  static {
    // Lit wraps existing accessors. A setting that was never set takes no memory: a page may have a thousand buttons.
    for (const name of names) {
      const { initial } = SETTINGS[name];
      const key = Symbol(name);
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: Record<symbol, unknown>) {
          return this[key] ?? initial;
        },
        set(this: Record<symbol, unknown>, value: unknown) {
          this[key] = value;
        },
      });
    }
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...names.map((name) => `data-${SETTINGS[name].attribute}`)];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old === value) return;
    const plain = name.replace(/^data-/, '');
    // Whichever spelling changed, the stronger one decides.
    const strongest = this.getAttribute(`data-${plain}`) || this.getAttribute(plain);
    super.attributeChangedCallback(plain, old, strongest);
  }

  /** A setting's value now. For an unknown keyword it is the default, and the console says so once. */
  protected setting<Name extends SettingName>(name: Name): Settings[Name] {
    const { [name]: value }: Settings = this;
    const { keywords } = SETTINGS[name];
    return (keywords ? keyword(name, String(value), keywords as readonly string[]) : value) as Settings[Name];
  }

  /** Every setting's value now. */
  protected get settings(): Settings {
    return Object.fromEntries(names.map((name) => [name, this.setting(name)])) as unknown as Settings;
  }
}
