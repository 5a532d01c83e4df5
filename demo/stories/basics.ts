import { CLIENT_ID } from '../server/integrations.js';
import { element } from './markup.js';
import type { Story } from './story.js';

const group = 'Put it on a page';

export const basics: readonly Story[] = [
  {
    id: 'drop-in',
    group,
    title: 'Drop-in tag',
    look: 'The CRM’s own script tag with another `src`. Nothing else changes: `data-server` is only there to reach the sandbox.',
    variants: [
      {
        markup: `<script
  class="kommo_oauth"
  charset="utf-8"
  data-client-id="${CLIENT_ID}"
  data-compact="false"
  data-theme="light"
  data-locale="en"
  data-state="{{state}}"
  data-mode="popup"
  data-server="{{sandbox}}"
  src="/cdn/button.js"
></script>`,
      },
    ],
  },
  {
    id: 'element',
    group,
    title: 'Element',
    look: 'An HTML element for any framework or none; press it, allow, and this page goes on to the redirect URI.',
    variants: [
      {
        markup: `<script src="/cdn/button.js" async></script>

${element('data-theme="auto"')}`,
      },
    ],
  },
  {
    id: 'headless',
    group,
    title: 'Headless',
    look: 'Your own button: `authorize()` opens the consent window and returns a promise.',
    variants: [
      {
        markup: `<button type="button" id="connect" class="button" data-state="{{state}}">Connect your CRM</button>
<output id="outcome"></output>`,
      },
    ],
    script: `import { authorize, kommo } from '/dist/consent.js';

const button = document.querySelector('#connect');
const outcome = document.querySelector('#outcome');

const request = kommo({
  clientId: '${CLIENT_ID}',
  state: button.dataset.state,
  server: '{{sandbox}}',
});

button.addEventListener('click', async () => {
  outcome.textContent = 'Waiting for your answer';
  try {
    const { url } = await authorize(request);
    location.assign(url);
  } catch (error) {
    outcome.textContent = \`Not connected: \${error.code}\`;
  }
});
`,
  },
];
