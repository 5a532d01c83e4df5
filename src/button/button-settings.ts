import { keyword } from './attribute-values.js';
import { RenderedElement } from './rendered-element.js';
import { type SettingName, type Settings, SETTINGS } from './settings.js';

const names = Object.keys(SETTINGS) as SettingName[];

/** With a property for each setting: the table has their types, and no class can declare them from there. */
const Base = RenderedElement as unknown as Omit<typeof RenderedElement, 'prototype'> &
  (abstract new () => RenderedElement & Settings);

/**
 * All that can be set on the button. Every attribute may be written with `data-` in front, as the CRM's documents have
 * it; where both spellings stand, that one wins. Empty counts as absent.
 */
export abstract class ButtonSettings extends Base {
  static override properties = SETTINGS;

  static {
    // Lit wraps accessors that are there. Of a setting that was never set nothing is stored: a page may have a thousand
    // buttons.
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
    // Whichever spelling changed, the stronger one that stands there counts.
    const strongest = this.getAttribute(`data-${plain}`) || this.getAttribute(plain);
    super.attributeChangedCallback(plain, old, strongest);
  }

  /** A setting at this moment; an unknown keyword is its default, and said so once in the console. */
  protected setting<Name extends SettingName>(name: Name): Settings[Name] {
    const { [name]: value }: Settings = this;
    const { keywords } = SETTINGS[name];
    return (keywords ? keyword(name, String(value), keywords as readonly string[]) : value) as Settings[Name];
  }

  /** All that is set at this moment. */
  protected get settings(): Settings {
    return Object.fromEntries(names.map((name) => [name, this.setting(name)])) as unknown as Settings;
  }
}
