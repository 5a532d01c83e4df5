import { MESSAGE_CLIENT_ID } from '../server/integrations.js';
import { element } from './markup.js';
import type { Story } from './story.js';

const group = 'Learn the outcome';

export const flows: readonly Story[] = [
  {
    id: 'post-message',
    group,
    title: 'The page stays',
    look: 'With `data-mode="post_message"` the consent window goes to the redirect URI and reports; this page stays where it is.',
    variants: [
      {
        markup: `<crm-oauth-button
  id="stay"
  data-mode="post_message"
  data-theme="auto"
  data-client-id="${MESSAGE_CLIENT_ID}"
  data-state="{{state}}"
  server="{{sandbox}}"
></crm-oauth-button>
<output id="stayed"></output>`,
      },
    ],
    script: `const button = document.querySelector('#stay');
const outcome = document.querySelector('#stayed');

button.addEventListener('crm-oauth-success', async () => {
  outcome.textContent = 'Connected, and still here';
  // A state is good for one attempt: get the next one.
  const response = await fetch('/login-state');
  const { state } = await response.json();
  button.setAttribute('data-state', state);
});

button.addEventListener('crm-oauth-error', ({ error }) => {
  outcome.textContent = \`Not connected: \${error.code}\`;
});
`,
  },
  {
    id: 'denied',
    group,
    title: 'Refused',
    look: 'Press Deny in the consent window: the function that `data-error-callback` names gets the CRM’s own object, and `crm-oauth-error` tells the rest.',
    variants: [
      {
        markup: `${element('id="refuse"', 'data-error-callback="onCrmError"', 'data-theme="auto"')}
<output id="refused"></output>`,
      },
    ],
    script: `const outcome = document.querySelector('#refused');

// What the CRM says, and only that.
window.onCrmError = ({ client_id, error }) => {
  outcome.textContent = \`onCrmError: \${error} for \${client_id}\`;
};

// All that can go wrong: a closed or blocked window, too.
document.querySelector('#refuse').addEventListener('crm-oauth-error', ({ error }) => {
  if (error.kind === 'client') outcome.textContent = \`crm-oauth-error: \${error.code}\`;
});
`,
  },
  {
    id: 'metadata',
    group,
    title: 'External integration',
    look: 'Without a client id the consent creates a private integration, and its secret reaches the webhook before or after the visitor comes back.',
    variants: [
      {
        markup: `<crm-oauth-button
  data-name="Harbor Shop"
  data-description="Sends the orders of your shop to your CRM."
  data-logo="{{site}}/assets/harbor-shop.svg"
  data-redirect_uri="{{site}}/callback"
  data-secrets_uri="{{site}}/secrets"
  data-scopes="crm,notifications"
  data-theme="auto"
  data-state="{{state}}"
  server="{{sandbox}}"
></crm-oauth-button>`,
      },
    ],
  },
];
