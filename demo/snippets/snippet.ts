import type { Place, Release } from '../shared/place.js';
import { isOwnClientId } from '../stories/harbor-shop.js';
import type { Settings, Story } from '../stories/story.js';

/** All that a snippet is made of. */
export interface SnippetInput {
  readonly story: Story;
  /** By property; only those that differ from the button's defaults. */
  readonly settings: Settings;
  readonly place: Place;
  readonly release: Release;
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

/** Writes a snippet. */
export type WriteSnippet = (input: SnippetInput) => Snippet;

/** The syntax of a snippet, for its colours. */
export type Language = 'markup' | 'program';

/** The settings as a snippet has them: for the CRM itself, without the addresses and ids of this studio. */
export function codeSettings({ settings, place, isForSandbox }: SnippetInput): Settings {
  // The made-up list is a matter of its story alone.
  const own = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'list'));
  if (isForSandbox) return own;
  const { server, ...rest } = own;
  const isOwnServer = String(server ?? '').startsWith(place.sandbox);
  const entries = Object.entries(rest).map(([name, value]) => [name, forProduction(value, place)]);
  return Object.fromEntries([
    ...entries,
    ...(isOwnServer || !server ? [] : [['server', server]]),
  ]) as Settings;
}

function forProduction(value: string | boolean, { site, sandbox }: Place): string | boolean {
  if (typeof value !== 'string') return value;
  if (isOwnClientId(value)) return 'YOUR_CLIENT_ID';
  return value
    .replace(`${sandbox}/ringcentral/restapi/oauth/authorize`, 'https://id.example/authorize')
    .replace(sandbox, 'https://id.example')
    .replace(site, 'https://shop.example');
}
