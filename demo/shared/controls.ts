import { element } from './manifest.js';

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
  readonly default: string | boolean;
}

/** Controls that belong together. */
export interface ControlGroup {
  readonly title: string;
  readonly controls: readonly Control[];
}

/** One control for each attribute, as the manifest has it. */
export const controls: readonly Control[] = element.attributes.map(
  ({ name, fieldName, description, type: { text }, default: given }) => {
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
  },
);

/** The control of a property. */
export function controlOf(property: string): Control | undefined {
  return controls.find((control) => control.property === property);
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
export const controlGroups: readonly ControlGroup[] = [
  ...Object.entries(GROUPS).map(([title, properties]) => ({
    title,
    controls: properties.flatMap((property) => controlOf(property) ?? []),
  })),
  {
    title: 'More',
    controls: controls.filter(({ property }) => !Object.values(GROUPS).flat().includes(property)),
  },
].filter(({ controls }) => controls.length > 0);
