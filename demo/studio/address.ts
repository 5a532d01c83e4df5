import { stories } from '../stories/stories.js';
import type { Settings, Story } from '../stories/story.js';
import { DEFAULT_TOOLS, TOOLS, type ToolName, type Tools } from '../stories/tools.js';
import { controls } from './control.js';

/** What an address says: which story, and where it differs from how the story begins. */
export interface Address {
  readonly story: Story;
  /** By property. */
  readonly settings: Settings;
  readonly tools: Readonly<Partial<Tools>>;
}

/**
 * Reads an address such as `#/denied?theme=dark&width=320`. Attributes and tools stand side by side: no attribute has the
 * name of a tool.
 *
 * @returns `undefined` where there is no such story
 */
export function parseAddress(hash: string): Address | undefined {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const story = path === '' ? stories[0] : stories.find(({ id }) => id === path);
  if (!story) return undefined;
  const settings: Record<string, string | boolean> = {};
  const tools: Partial<Record<ToolName, string>> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const control = controls.find(({ attribute }) => attribute === name);
    if (control) settings[control.property] = control.kind === 'flag' ? value === 'true' : value;
    else if (isTool(name) && Object.hasOwn(TOOLS[name].values, value)) tools[name] = value;
  }
  return { story, settings, tools };
}

/** Writes an address, as short as it can be. */
export function formatAddress({ story, settings, tools }: Address): string {
  const query = new URLSearchParams();
  for (const { property, attribute } of controls) {
    const value = settings[property];
    if (value !== undefined) query.set(attribute, String(value));
  }
  for (const [name, value] of Object.entries(tools)) query.set(name, value);
  const text = query.toString();
  return `#/${story.id}${text && `?${text}`}`;
}

/** How the tools stand at an address. */
export function toolsAt({ story, tools }: Address): Tools {
  return { ...DEFAULT_TOOLS, ...story.tools, ...tools };
}

function isTool(name: string): name is ToolName {
  return Object.hasOwn(TOOLS, name);
}
