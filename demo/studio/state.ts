import type { Address } from '../shared/address.js';
import type { LogEntry } from '../shared/canvas-messages.js';
import type { Place, Release } from '../shared/place.js';
import type { FormatName, Settings } from '../stories/story.js';
import type { Tools } from '../stories/tools.js';

/** All that the studio is drawn from. */
export interface State {
  readonly place: Place;
  readonly release: Release;
  /** `undefined` where the address names no story. */
  readonly address: Address | undefined;
  readonly log: readonly LogEntry[];
  readonly reference: 'controls' | 'docs';
  readonly result: 'snippet' | 'events';
  readonly format: FormatName;
  /** Whether snippets are for the sandbox, and work as they stand. */
  readonly isForSandbox: boolean;
  /** Path of the page in the canvas, unless it is the story's own. */
  readonly away: string | undefined;
  /** Whether the sandbox could be told how to behave. */
  readonly isSandboxLost: boolean;
  readonly isMenuOpen: boolean;
  /** The text in the search field. */
  readonly query: string;
  /** The text that was just copied, or that the browser refused to copy. */
  readonly copied: { readonly text: string; readonly isRefused: boolean } | undefined;
}

/** All that a visitor can do. */
export interface Actions {
  /** Changes settings, by property; `undefined` brings back the story's own. */
  readonly set: (settings: Readonly<Record<string, Settings[string] | undefined>>) => void;
  readonly setTools: (tools: Readonly<Partial<Tools>>) => void;
  readonly resetControls: () => void;
  /** Loads the canvas anew. */
  readonly reload: () => void;
  readonly clearLog: () => void;
  readonly copy: (text: string) => void;
  readonly show: (change: Partial<State>) => void;
}
