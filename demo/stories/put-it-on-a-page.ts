import { CLIENT_ID } from './harbor-shop.js';
import type { Story } from './story.js';

const group = 'Put it on a page';

export const putItOnAPage: readonly [Story, ...Story[]] = [
  {
    id: 'element',
    group,
    title: 'Element',
    summary:
      'An HTML element, for any framework or none. Press it and allow: the page goes on to the redirect URI, where the back end exchanges the code.',
    settings: { clientId: CLIENT_ID, theme: 'auto', server: '{sandbox}' },
  },
  {
    id: 'drop-in',
    group,
    title: 'Drop-in tag',
    summary:
      'The CRM’s own script tag with another `src`. The button appears in front of the tag at once, not when the page has loaded.',
    kind: 'drop-in',
    settings: { clientId: CLIENT_ID, server: '{sandbox}' },
    format: 'script',
  },
  {
    id: 'headless',
    group,
    title: 'Headless',
    summary:
      'A button of your own: `authorize()` opens the consent window and returns a promise. There is no element in this canvas.',
    kind: 'headless',
    settings: { clientId: CLIENT_ID, server: '{sandbox}' },
    format: 'typescript',
  },
  {
    id: 'frameworks',
    group,
    title: 'Framework samples',
    summary:
      'One element, and its code for React, Vue, Svelte and Angular: change a control, and the sample follows. Types come with the package.',
    settings: {
      clientId: CLIENT_ID,
      theme: 'auto',
      title: 'Connect your CRM',
      mode: 'popup',
      server: '{sandbox}',
    },
    format: 'react',
  },
  {
    id: 'strict',
    group,
    title: 'Strict CSP page',
    summary:
      "This canvas has `default-src 'none'`, no inline script, no inline style and no Trusted Types policy but Lit’s. The button needs no more than its own script’s source and that policy’s name.",
    kind: 'strict',
    settings: { clientId: CLIENT_ID, theme: 'auto', server: '{sandbox}' },
  },
];
