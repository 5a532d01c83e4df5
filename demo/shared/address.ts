import { stories } from '../stories/stories.js';
import type { CanvasKind, Settings, Story } from '../stories/story.js';
import { DEFAULT_TOOLS, TOOLS, type ToolName, type Tools } from '../stories/tools.js';
import { controlsOf } from './controls.js';
import { type Place, resolve } from './place.js';
import { findSecret } from './secrets.js';

/** A story, and what somebody has changed in it. The studio and the canvas in its frame share it through the URL's hash. */
export interface Address {
  readonly story: Story;
  /** Changed settings, by property. */
  readonly settings: Settings;
  /** Changed tools. */
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
    const control = controlsOf(story).find(({ attribute }) => attribute === name);
    if (control) settings[control.property] = control.kind === 'flag' ? value === 'true' : value;
    else if (isTool(name) && Object.hasOwn(TOOLS[name].values, value)) tools[name] = value;
  }
  return { story, settings, tools };
}

/** Writes an address, as short as it can be, and without secrets: it stays in the history, and others get it. */
export function formatAddress({ story, settings, tools }: Address): string {
  const query = new URLSearchParams();
  for (const { property, attribute } of controlsOf(story)) {
    const value = settings[property];
    if (value !== undefined && !isSecret(value)) query.set(attribute, String(value));
  }
  for (const [name, value] of Object.entries(tools)) query.set(name, value);
  const text = query.toString();
  return `#/${story.id}${text && `?${text}`}`;
}

/** The pages of the canvases that are not like the others: another policy, another script. */
const PAGES: Readonly<Partial<Record<CanvasKind, string>>> = {
  strict: 'strict.html',
  webview: 'webview.html',
};

/** The page of a story's canvas; the address goes behind it. */
export function canvasPage({ story: { id, kind = 'element' } }: Address): string {
  // The story's name makes it another page: each story begins afresh.
  return `${PAGES[kind] ?? 'canvas.html'}?${id}`;
}

/** Whether a path is that of a canvas. */
export function isCanvas(path: string): boolean {
  return ['canvas.html', ...Object.values(PAGES)].some((page) => path.endsWith(`/${page}`));
}

/** The tools at an address: the address's over the story's over the defaults. */
export function toolsAt({ story, tools }: Address): Tools {
  return { ...DEFAULT_TOOLS, ...story.tools, ...tools };
}

/** The settings at an address that differ from the button's own defaults: the address's over the story's. */
export function settingsAt({ story, settings }: Pick<Address, 'story' | 'settings'>, place: Place): Settings {
  const all: Settings = { ...resolve(story.settings ?? {}, place), ...settings };
  const differing = controlsOf(story).filter(
    ({ property, default: initial }) => all[property] !== undefined && all[property] !== initial,
  );
  return Object.fromEntries(differing.map(({ property }) => [property, all[property] ?? '']));
}

/** Names of the attributes that have got a secret. None of them leaves the control that it is in. */
export function secretsAt({ story, settings }: Address): readonly string[] {
  return controlsOf(story)
    .filter(({ property }) => isSecret(settings[property] ?? ''))
    .map(({ attribute }) => attribute);
}

/** Whether a setting looks like a secret. */
export function isSecret(value: string | boolean): boolean {
  return findSecret(String(value)) !== undefined;
}

function isTool(name: string): name is ToolName {
  return Object.hasOwn(TOOLS, name);
}
