import { attributeName, SETTINGS } from '../../src/button/settings.js';
import type { Place } from '../shared/place.js';
import type { Settings, Story } from '../stories/story.js';

/** The part of the canvas that a story has to itself. */
export interface Stage {
  /** The element that holds it: `#stage`. */
  readonly root: HTMLElement;
  readonly story: Story;
  readonly place: Place;
  /** Says something to the visitor, below the button. */
  readonly say: (text: string) => void;
}

/** Brings a story up to date when a setting was changed. */
export type Update = (settings: Settings) => void;

/** Puts a story on its stage. */
export type Mount = (stage: Stage, settings: Settings) => Update | Promise<Update>;

/** Sets attributes on an element as a page's HTML would, and removes those of settings that are absent. */
export function setAttributes(target: Element, settings: Settings, prefix = ''): void {
  for (const property of Object.keys(SETTINGS)) {
    const name = prefix + attributeName(property);
    const value = settings[property];
    if (value === undefined || value === false || value === '') target.removeAttribute(name);
    else target.setAttribute(name, value === true ? (prefix ? 'true' : '') : value);
  }
}
