import { CLIENT_ID, OAUTH2_CLIENT_ID, SERVERLESS_CLIENT_ID } from './harbor-shop.js';
import type { Story } from './story.js';

const group = 'Do without a window';

export const doWithoutAWindow: readonly Story[] = [
  {
    id: 'phone',
    group,
    title: 'On a phone',
    summary:
      'With `mode="redirect"` the whole page goes to the CRM and comes back, this studio with it. The button then tells the outcome, as after a window.',
    settings: { clientId: CLIENT_ID, mode: 'redirect', theme: 'auto', server: '{sandbox}' },
    tools: { width: '390' },
  },
  {
    id: 'in-app',
    group,
    title: 'Inside an app',
    summary:
      'This canvas plays the browser inside an app: no window opens, no link to a new tab works. The button offers a link in the same tab, and comes back connected.',
    kind: 'webview',
    settings: { clientId: CLIENT_ID, mode: 'post_message', theme: 'auto', server: '{sandbox}' },
    tools: { width: '390' },
  },
  {
    id: 'in-frame',
    group,
    title: 'In a frame',
    summary:
      'The button is in a frame of another origin. A window works there too. A redirect would move the page around the frame, so the button refuses, and offers a link to a window.',
    kind: 'framed',
    settings: {
      provider: 'ringcentral',
      clientId: OAUTH2_CLIENT_ID,
      redirectUri: '{site}/redirect.html',
      title: 'Connect RingCentral',
      theme: 'auto',
      server: '{sandbox}/ringcentral',
    },
    isServerless: true,
  },
  {
    id: 'serverless',
    group,
    title: 'Without a server',
    summary:
      'The redirect page is a file with `callback.js` in it. It brings the answer back to this page, where one listener of `crm-oauth-success` gets the code.',
    kind: 'serverless',
    settings: { clientId: SERVERLESS_CLIENT_ID, mode: 'redirect', theme: 'auto', server: '{sandbox}' },
    isServerless: true,
  },
];
