import manifest from '../../custom-elements.json' with { type: 'json' };

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

/** The element as `custom-elements.json` describes it. */
export const element: ElementManifest = read();

function read(): ElementManifest {
  const modules = manifest.modules as unknown as readonly { readonly declarations: readonly Declaration[] }[];
  const declaration = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'crm-oauth-button');
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
