import type { Place } from '../stories/resolve.js';
import type { Settings, Story } from '../stories/story.js';

/** What a story is put up with. */
export interface Stage {
  /** Where it stands: `#stage`. */
  readonly root: HTMLElement;
  readonly story: Story;
  readonly place: Place;
  /** Says something to the visitor, below the button. */
  readonly say: (text: string) => void;
}

/**
 * Puts a story up.
 *
 * @returns what brings it up to date when a setting was changed
 */
export type Mount = (
  stage: Stage,
  settings: Settings,
) => ((settings: Settings) => void) | Promise<(settings: Settings) => void>;
