import type { Settings } from '../stories/story.js';
import { codeSettings } from './code-settings.js';
import { quote } from './quote.js';
import { ringCentralSnippet } from './ringcentral-snippet.js';
import type { Snippet, SnippetInput } from './snippet.js';

const CRM = [
  'clientId',
  'state',
  'mode',
  'locale',
  'name',
  'description',
  'redirectUri',
  'secretsUri',
  'logo',
  'scopes',
  'server',
];

/** What each provider's function takes, as the button's properties have it. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  kommo: CRM,
  amocrm: CRM,
  oauth2: ['authorizationEndpoint', 'clientId', 'redirectUri', 'scopes', 'issuer', 'state'],
  ringcentral: ['server', 'clientId', 'redirectUri', 'scopes', 'state'],
};

/** Behind a button of the page's own. */
export function typescriptSnippet(input: SnippetInput): Snippet {
  if (input.story.kind === 'ringcentral') return ringCentralSnippet(input);
  const settings = codeSettings(input);
  const provider = String(settings.provider ?? 'kommo');
  const isReport = settings.mode === 'post_message' || provider === 'oauth2' || provider === 'ringcentral';
  const done = isReport
    ? `const { code${provider === 'oauth2' || provider === 'ringcentral' ? ', codeVerifier' : ''} } = await authorize(request);
    console.log(code${provider === 'oauth2' || provider === 'ringcentral' ? ', codeVerifier' : ''}); // for your back end`
    : `const { url } = await authorize(request);
    if (url) location.assign(url);`;
  return {
    note: '`authorize()` opens the window: call it in the click’s own task. Make the request before the click.',
    text: `import { authorize, AuthorizationError, ${provider} } from 'crm-oauth-button/consent';

const request = ${provider}({
${options(settings, OPTIONS[provider] ?? CRM)}});

document.querySelector('#connect')?.addEventListener('click', async () => {
  try {
    ${done}
  } catch (error) {
    if (error instanceof AuthorizationError) console.log(error.code);
  }
});
`,
  };
}

function options(settings: Settings, names: readonly string[]): string {
  return names
    .filter((name) => settings[name])
    .map((name) => {
      const value = String(settings[name]);
      // One attribute serves two conventions.
      const isScope = name === 'scopes' && names !== CRM;
      return isScope
        ? `  scope: ${quote(value.split(/[\s,]+/).join(' '))},\n`
        : `  ${name}: ${quote(value)},\n`;
    })
    .join('');
}
