import { CLIENT_ID } from './harbor-shop.js';
import type { Story } from './story.js';

const group = 'Learn the outcome';

export const learnTheOutcome: readonly Story[] = [
  {
    id: 'post-message',
    group,
    title: 'The page stays',
    summary:
      'With `mode="post_message"` the consent window goes to the redirect URI, reports, and closes. This page stays where it is.',
    settings: { clientId: CLIENT_ID, mode: 'post_message', theme: 'auto', server: '{sandbox}' },
  },
  {
    id: 'denied',
    group,
    title: 'Denied',
    summary:
      'Press Deny in the consent window. The function that `error-callback` names gets the CRM’s own object; `crm-oauth-error` tells of everything that can go wrong.',
    settings: { clientId: CLIENT_ID, errorCallback: 'onCrmError', theme: 'auto', server: '{sandbox}' },
  },
  {
    id: 'blocked',
    group,
    title: 'Blocked',
    summary:
      'Here the browser gives no window, as in-app browsers do. The button says so, and offers the same address as a link, which no blocker stops.',
    settings: { clientId: CLIENT_ID, theme: 'auto', server: '{sandbox}' },
    tools: { popups: 'blocked' },
  },
  {
    id: 'detached',
    group,
    title: 'Detached',
    summary:
      'The CRM’s page cuts its tie to this one with `Cross-Origin-Opener-Policy`. The button notices, offers a way out, and still learns the outcome from the redirect page.',
    settings: { clientId: CLIENT_ID, mode: 'post_message', theme: 'auto', server: '{sandbox}' },
    tools: { coop: 'on' },
  },
  {
    id: 'reconnect',
    group,
    title: 'Reconnect',
    summary:
      'The account was blocked, or the access taken away: with `reconnect` the button says so, and a press connects again. The first refresh that fails tells the server.',
    kind: 'status',
    settings: {
      clientId: CLIENT_ID,
      reconnect: true,
      authorizedAccount: 'acme.kommo.com',
      theme: 'auto',
      server: '{sandbox}',
    },
  },
];
