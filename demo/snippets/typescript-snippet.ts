import type { Settings } from '../stories/story.js';
import { attributesOf, quote } from './markup.js';
import { codeSettings, type Snippet, type SnippetInput } from './snippet.js';

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

/** RingCentral Embeddable with an authorization button for a service. */
function ringCentralSnippet(input: SnippetInput): Snippet {
  const { place, isForSandbox } = input;
  const settings = attributesOf(codeSettings(input));
  const base = isForSandbox ? `  base: ${quote(`${place.sandbox}/ringcentral/embeddable`)},\n` : '';
  return {
    note: 'The widget gets a button that runs yours, and both always show the same status.',
    text: `import 'crm-oauth-button';
import { connectThirdPartyService, loadFrame } from 'crm-oauth-button/ringcentral';

const button = document.createElement('crm-oauth-button');
${settings.map(([name, value]) => `button.setAttribute(${quote(name)}, ${quote(value === true ? '' : value)});\n`).join('')}document.body.append(button);

const frame = await loadFrame(document.body, {
${base}  clientId: 'YOUR_RINGCENTRAL_CLIENT_ID',
});
connectThirdPartyService(frame, {
  service: { name: 'Your service' },
  authorize: button,
  unauthorize: () => fetch('/disconnect', { method: 'POST' }),
});
`,
  };
}
