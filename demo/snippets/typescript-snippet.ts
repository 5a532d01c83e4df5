import type { ProviderFace } from '../../src/providers/provider.js';
import { providerOf } from '../shared/provider.js';
import type { Settings } from '../stories/story.js';
import { attributesOf, quote } from './markup.js';
import { redirectSnippet } from './redirect-snippet.js';
import { codeSettings, type Snippet, type SnippetInput } from './snippet.js';
import { subjectOf } from './subject.js';

/** The options of the CRMs' own protocol that the button has as properties. */
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
/** The options of a CRM with OAuth 2.0, whose endpoint the package knows. */
const OAUTH2_CRM = [
  'server',
  'clientId',
  'redirectUri',
  'scopes',
  'domain',
  'region',
  'resource',
  'tenant',
  'state',
];
/** The options of any server with OAuth 2.0, whose endpoint the page names. */
const OAUTH2 = ['authorizationEndpoint', 'clientId', 'redirectUri', 'scopes', 'issuer', 'state'];

/** Behind a button of the page's own. */
export function typescriptSnippet(input: SnippetInput): Snippet {
  if (input.story.kind === 'ringcentral') return ringCentralSnippet(input);
  if (input.story.kind === 'connections') return connectionsSnippet(input);
  const settings = codeSettings(input);
  const { name, face } = providerOf(settings);
  const names = face.usesPkce ? 'code, codeVerifier' : 'code';
  const isRedirect = settings.mode === 'redirect';
  // A redirect is no mode of the protocol: another function makes it.
  const given = isRedirect ? { ...settings, mode: '' } : settings;
  const request = `const request = ${name}({
${options(given, optionsOf(name, face))}});`;
  if (isRedirect) return redirectSnippet({ provider: name, request, names }, settings);
  const isReport = settings.mode === 'post_message' || face.reportsOnly;
  const done = isReport
    ? `const { ${names} } = await authorize(request);
    console.log(${names}); // for your back end`
    : `const { url } = await authorize(request);
    if (url) location.assign(url);`;
  return {
    note: '`authorize()` opens the window: call it in the click’s own task. Make the request before the click.',
    text: `import { authorize, AuthorizationError, ${name} } from 'crm-oauth-button/consent';

${request}

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

/** A provider is either like Kommo, or a CRM with OAuth 2.0, or `oauth2` itself. */
function optionsOf(name: string, { reportsOnly }: ProviderFace): readonly string[] {
  if (!reportsOnly) return CRM;
  return name === 'oauth2' ? OAUTH2 : OAUTH2_CRM;
}

function options(settings: Settings, names: readonly string[]): string {
  return names
    .filter((name) => settings[name])
    .map((name) => {
      const value = String(settings[name]);
      // The button's attribute serves two conventions: the CRMs' own, and RFC 6749's.
      const isScope = name === 'scopes' && names !== CRM;
      return isScope
        ? `  scope: ${quote(value.split(/[\s,]+/).join(' '))},\n`
        : `  ${name}: ${quote(value)},\n`;
    })
    .join('');
}

/** The settings page, made by a program. */
function connectionsSnippet(input: SnippetInput): Snippet {
  const settings = codeSettings(input);
  const { tag, language, module, handlers } = subjectOf(input.story, settings);
  return {
    note: 'The types of its events come with the package.',
    text: `import '${module}';

${language}const element = document.createElement('${tag}');
${setters('element', settings)}${handlers.map(({ event, parameter, body }) => `element.addEventListener('${event}', (${parameter}) => {\n  ${body}\n});\n`).join('')}document.body.append(element);
`,
  };
}

/** Sets attributes of an element that a program has made. */
function setters(name: string, settings: Settings): string {
  return attributesOf(settings)
    .map(
      ([attribute, value]) =>
        `${name}.setAttribute(${quote(attribute)}, ${quote(value === true ? '' : value)});\n`,
    )
    .join('');
}

/** RingCentral Embeddable with an authorization button for a service. */
function ringCentralSnippet(input: SnippetInput): Snippet {
  const { place, story, isForSandbox } = input;
  const settings = codeSettings(input);
  const base = isForSandbox ? `  base: ${quote(`${place.sandbox}/ringcentral/embeddable`)},\n` : '';
  return {
    note: 'The widget gets a button that runs yours, and both always show the same status.',
    text: `import 'crm-oauth-button';
import { connectThirdPartyService, loadFrame } from 'crm-oauth-button/ringcentral';

${subjectOf(story, settings).language}const button = document.createElement('crm-oauth-button');
${setters('button', settings)}document.body.append(button);

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
