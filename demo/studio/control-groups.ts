import { type Control, controls } from './control.js';

/** Controls that belong together. */
export interface ControlGroup {
  readonly title: string;
  readonly controls: readonly Control[];
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Look: ['title', 'theme', 'color', 'size', 'locale', 'compact', 'disabled'],
  Authorization: ['provider', 'clientId', 'mode', 'state', 'errorCallback', 'server', 'allowedOrigins'],
  'Connection status': [
    'authorized',
    'authorizedAccount',
    'authorizedTitle',
    'unauthorizedTitle',
    'authorizationLogo',
    'showAuthRedDot',
  ],
  'External integration': ['name', 'description', 'logo', 'redirectUri', 'secretsUri', 'scopes'],
  'OAuth 2.0': ['authorizationEndpoint', 'issuer'],
};

/** The manifest knows no groups. What is in none of these comes last, so that nothing is ever left out. */
export const controlGroups: readonly ControlGroup[] = [
  ...Object.entries(GROUPS).map(([title, properties]) => ({
    title,
    controls: properties.flatMap((property) => controls.filter((control) => control.property === property)),
  })),
  {
    title: 'More',
    controls: controls.filter(({ property }) => !Object.values(GROUPS).flat().includes(property)),
  },
].filter(({ controls }) => controls.length > 0);
