import manifest from '../../custom-elements.json' with { type: 'json' };
import type { Story } from '../stories/story.js';

/** An attribute, property, method, event, slot, part or state. */
export interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly fieldName?: string;
  readonly readonly?: boolean;
  readonly return?: { readonly type?: { readonly text: string } };
}

/** The element's interface, as far as the studio shows it. */
export interface ElementManifest {
  /** One for each attribute, in its plain spelling. */
  readonly attributes: readonly Required<
    Pick<Entry, 'name' | 'description' | 'type' | 'fieldName' | 'default'>
  >[];
  /** Properties without an attribute. */
  readonly properties: readonly Entry[];
  readonly methods: readonly Entry[];
  readonly events: readonly Entry[];
  readonly slots: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
  readonly cssStates: readonly Entry[];
}

interface Declaration extends Pick<
  ElementManifest,
  'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates'
> {
  readonly tagName?: string;
  readonly members: readonly (Entry & { readonly kind: string; readonly attribute?: string })[];
  readonly attributes: readonly Entry[];
}

/** Tag of an element of the package. */
export type TagName = 'crm-oauth-button' | 'crm-connections';

/** The elements as `custom-elements.json` describes them. */
export const elements: Readonly<Record<TagName, ElementManifest>> = {
  'crm-oauth-button': read('crm-oauth-button'),
  'crm-connections': read('crm-connections'),
};

/** The element that a story is about. */
export function tagOf({ kind }: Pick<Story, 'kind'>): TagName {
  return kind === 'connections' ? 'crm-connections' : 'crm-oauth-button';
}

function read(name: TagName): ElementManifest {
  const modules = manifest.modules as unknown as readonly { readonly declarations: readonly Declaration[] }[];
  const declaration = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === name);
  if (!declaration) throw new Error('custom-elements.json has no element: run `npm run analyze`.');
  const { members, attributes, events, slots, cssParts, cssProperties, cssStates } = declaration;
  return {
    attributes: attributes
      .filter(({ name }) => !name.startsWith('data-'))
      .map(
        ({ name, description = '', type = { text: 'string' }, fieldName = name, default: value = '' }) => ({
          name,
          description,
          type,
          fieldName,
          default: value.replace(/^'(.*)'$/, '$1'),
        }),
      ),
    properties: members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
    methods: members.filter(({ kind, description }) => kind === 'method' && description),
    events,
    slots,
    cssParts,
    cssProperties,
    cssStates,
  };
}
