import { attributesOf } from './attributes-of.js';
import { codeSettings } from './code-settings.js';
import { quote } from './quote.js';
import type { Snippet, SnippetInput } from './snippet.js';

/** RingCentral Embeddable with an authorization button for a service. */
export function ringCentralSnippet(input: SnippetInput): Snippet {
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
