/** What can be set on the button: a text or a flag by its default, or keywords, the default first. */
export const SETTINGS = {
  provider: 'kommo',
  clientId: '',
  title: '',
  compact: false,
  theme: ['light', 'dark', 'auto'],
  color: ['', 'default', 'blue', 'violet', 'green', 'orange', 'red'],
  size: ['medium', 'small', 'large'],
  locale: '',
  disabled: false,
  state: '',
  mode: ['popup', 'post_message'],
  errorCallback: '',
  name: '',
  description: '',
  redirectUri: '',
  secretsUri: '',
  logo: '',
  scopes: '',
  server: '',
  allowedOrigins: '',
  authorizationEndpoint: '',
  issuer: '',
  authorized: false,
  authorizedTitle: '',
  unauthorizedTitle: '',
  authorizedAccount: '',
  authorizationLogo: '',
  showAuthRedDot: false,
} as const;

/** Name of a property that can be set. */
export type Setting = keyof typeof SETTINGS;

/** What a setting is while nothing is set. */
export function defaultOf(name: Setting): string | boolean {
  const setting = SETTINGS[name];
  return typeof setting === 'object' ? setting[0] : setting;
}
