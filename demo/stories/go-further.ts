import { CLIENT_ID, HARBOR_SHOP, OAUTH2_CLIENT_ID, PRIVATE_CLIENT } from './harbor-shop.js';
import type { Story } from './story.js';

const group = 'Go further';

export const goFurther: readonly Story[] = [
  {
    id: 'settings-page',
    group,
    title: 'Settings page',
    summary:
      '`<crm-connections>` shows what a user has connected: a card for each CRM, its accounts, a button and a way out. This list is made up, and `list` among the controls changes it; the demo’s own is at `/settings`.',
    kind: 'connections',
    settings: { src: '/crm/connections', theme: 'auto' },
    // The made-up server has states of its own.
    isServerless: true,
  },
  {
    id: 'metadata',
    group,
    title: 'Metadata flow',
    summary:
      'Without a client id the consent creates a private integration: its secret reaches your webhook before or after the visitor comes back.',
    settings: {
      name: HARBOR_SHOP.name,
      description: HARBOR_SHOP.description,
      logo: `{site}/${HARBOR_SHOP.logo}`,
      redirectUri: `{site}/crm/callback/${PRIVATE_CLIENT}`,
      secretsUri: `{site}/crm/secrets/${PRIVATE_CLIENT}`,
      scopes: HARBOR_SHOP.scopes.join(','),
      theme: 'auto',
      server: '{sandbox}',
    },
    client: PRIVATE_CLIENT,
  },
  {
    id: 'status',
    group,
    title: 'Connection status',
    summary:
      'A button that knows whether the CRM is connected. Connect, then press again: it asks the page to disconnect with `crm-oauth-disconnect`.',
    kind: 'status',
    settings: { clientId: CLIENT_ID, showAuthRedDot: true, theme: 'auto', server: '{sandbox}' },
  },
  {
    id: 'ringcentral',
    group,
    title: 'RingCentral Embeddable',
    summary:
      'Two buttons, one status: `connectThirdPartyService()` gives RingCentral’s widget an authorization button that runs this one.',
    kind: 'ringcentral',
    settings: {
      clientId: CLIENT_ID,
      mode: 'post_message',
      showAuthRedDot: true,
      theme: 'auto',
      server: '{sandbox}',
    },
    format: 'typescript',
  },
  {
    id: 'oauth2',
    group,
    title: 'OAuth 2.0 with PKCE',
    summary:
      'Any OAuth 2.0 server, authorization code with S256. The event brings the code and the `codeVerifier` for the token request.',
    settings: {
      provider: 'oauth2',
      clientId: OAUTH2_CLIENT_ID,
      authorizationEndpoint: '{sandbox}/ringcentral/restapi/oauth/authorize',
      redirectUri: '{site}/redirect.html',
      title: 'Sign in',
      theme: 'auto',
    },
    isServerless: true,
  },
];
