import { CRM_SETTINGS } from '../stories/every-crm.js';
import { stories } from '../stories/stories.js';
import type { Story } from '../stories/story.js';
import { controlsOf } from './controls.js';
import { tagOf } from './manifest.js';
import { providerOf } from './provider.js';

/** What a search looks into, in lower case. */
const TEXTS: ReadonlyMap<Story, string> = new Map(
  stories.map((story) => [story, textOf(story).toLowerCase()]),
);

/**
 * The stories that have each word of a query, or a part of it: in the title, the description, the names of the attributes that
 * they set, in either spelling, or the CRM's name.
 *
 * @returns in the order of the sidebar, those with every word in the title first; all of them for an empty query
 */
export function findStories(query: string): readonly Story[] {
  const words = query.toLowerCase().split(/\s+/);
  const isIn = (text: string): boolean => words.every((word) => text.includes(word));
  const found = stories.filter((story) => isIn(TEXTS.get(story) ?? ''));
  return [...new Set([...found.filter(({ title }) => isIn(title.toLowerCase())), ...found])];
}

function textOf(story: Story): string {
  const { title, group, summary, kind, vary = '', settings = {} } = story;
  const attributes = controlsOf(story)
    .filter(({ property }) => property in settings || property === vary)
    .map(({ attribute }) => `data-${attribute}`);
  const providers = kind === 'catalogue' ? Object.keys(CRM_SETTINGS) : [settings.provider ?? ''];
  const brands = providers.map((provider) => providerOf({ provider }).face.brand);
  return [title, group, summary, tagOf(story), ...attributes, ...providers, ...brands].join('\n');
}
