import { LANGUAGES, languageName } from './languages.js';
import { LISTS } from '../stories/made-up-list.js';
import type { Story } from '../stories/story.js';
import { elements, tagOf, type TagName } from './manifest.js';

/** A setting of the button that a visitor can change, and the kind of control that changes it. */
export interface Control {
  /** Name of the property. */
  readonly property: string;
  /** Name of the attribute, in its plain spelling; in the address, too. */
  readonly attribute: string;
  readonly description: string;
  readonly kind: 'flag' | 'keywords' | 'text';
  /** The keywords of a union, the default first. An empty one means that nothing is set. */
  readonly keywords: readonly string[];
  /** What a keyword is called. Default: itself. */
  readonly captionOf?: (keyword: string) => string;
  readonly default: string | boolean;
}

/** Controls that belong together. */
export interface ControlGroup {
  readonly title: string;
  readonly controls: readonly Control[];
}

/** Any language tag will do; these are the package's. */
const LOCALE = {
  property: 'locale',
  attribute: 'locale',
  kind: 'keywords',
  keywords: ['', 'auto', ...LANGUAGES],
  captionOf: languageName,
  default: '',
} as const;

/** One control for each attribute of an element, as the manifest has it. */
function controlsFor(tag: TagName): readonly Control[] {
  return elements[tag].attributes.map(({ name, fieldName, description, type: { text }, default: given }) => {
    if (name === 'locale') return { ...LOCALE, description };
    const keywords = [...text.matchAll(/'([^']*)'/g)].map(([, keyword = '']) => keyword);
    const kind = text === 'boolean' ? 'flag' : keywords.length > 0 ? 'keywords' : 'text';
    return {
      property: fieldName,
      attribute: name,
      description,
      kind,
      keywords: [...keywords].sort((a, b) => Number(b === given) - Number(a === given)),
      default: kind === 'flag' ? given === 'true' : given,
    };
  });
}

/** What the story's made-up server answers. No snippet has it. */
const ANSWER: Control = {
  property: 'list',
  attribute: 'list',
  description: 'No attribute: what the made-up server of this story answers.',
  kind: 'keywords',
  keywords: LISTS,
  default: LISTS[0],
};

const CONTROLS: Readonly<Record<TagName, readonly Control[]>> = {
  'crm-oauth-button': controlsFor('crm-oauth-button'),
  'crm-connections': [...controlsFor('crm-connections'), ANSWER],
};

/** The controls of a story. */
export function controlsOf(story: Pick<Story, 'kind'>): readonly Control[] {
  return CONTROLS[tagOf(story)];
}

/** The control of a property of the button. */
export function controlOf(property: string): Control | undefined {
  return CONTROLS['crm-oauth-button'].find((control) => control.property === property);
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Look: ['title', 'theme', 'color', 'size', 'locale', 'compact', 'disabled'],
  Authorization: [
    'provider',
    'clientId',
    'mode',
    'fallback',
    'returnTo',
    'state',
    'stateUrl',
    'errorCallback',
    'server',
    'allowedOrigins',
  ],
  'Connection status': [
    'authorized',
    'reconnect',
    'authorizedAccount',
    'authorizedTitle',
    'unauthorizedTitle',
    'authorizationLogo',
    'showAuthRedDot',
  ],
  'External integration': ['name', 'description', 'logo', 'redirectUri', 'secretsUri', 'scopes'],
  'OAuth 2.0': ['authorizationEndpoint', 'issuer'],
};

/** The manifest knows no groups. A control that no group names comes last, so that none is ever left out. */
const BUTTON_GROUPS: readonly ControlGroup[] = [
  ...Object.entries(GROUPS).map(([title, properties]) => ({
    title,
    controls: properties.flatMap((property) => controlOf(property) ?? []),
  })),
  {
    title: 'More',
    controls: CONTROLS['crm-oauth-button'].filter(
      ({ property }) => !Object.values(GROUPS).flat().includes(property),
    ),
  },
].filter(({ controls }) => controls.length > 0);

/** The controls of a story, in groups. */
export function groupsOf(story: Pick<Story, 'kind'>): readonly ControlGroup[] {
  return tagOf(story) === 'crm-oauth-button'
    ? BUTTON_GROUPS
    : [{ title: 'Settings page', controls: controlsOf(story) }];
}
