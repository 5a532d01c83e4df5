import { type Place, resolve } from '../stories/resolve.js';
import type { Settings } from '../stories/story.js';
import type { Address } from './address.js';
import { controls } from './control.js';

/** Everything that is set on the button at an address: the story's settings, those of the address over them. */
export function settingsAt({ story, settings }: Pick<Address, 'story' | 'settings'>, place: Place): Settings {
  const all: Settings = { ...resolve(story.settings ?? {}, place), ...settings };
  const differs = ({ property, default: usual }: (typeof controls)[number]): boolean =>
    all[property] !== undefined && all[property] !== usual;
  return Object.fromEntries(controls.filter(differs).map(({ property }) => [property, all[property] ?? '']));
}
