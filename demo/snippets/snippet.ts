import type { Place } from '../stories/resolve.js';
import type { Settings, Story } from '../stories/story.js';

/** What a snippet is made of. */
export interface SnippetInput {
  readonly story: Story;
  /** By property; only what differs from the button's defaults. */
  readonly settings: Settings;
  readonly place: Place;
  readonly release: { readonly version: string; readonly integrity: string };
  /** Whether it is to work as it stands, against this sandbox. Otherwise it is for the CRM itself. */
  readonly isForSandbox: boolean;
}

/** A piece of code, and a sentence about it. */
export interface Snippet {
  /** Backticks mark code. */
  readonly note: string;
  /** `undefined` where the button cannot be written like that; the note says why. */
  readonly text: string | undefined;
}
