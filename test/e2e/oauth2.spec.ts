import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import Provider from 'oidc-provider';
import type { AuthorizationResponse } from '../../src/consent.js';
import { expect, type Seen, test as base } from './fixtures.js';

/** An OpenID provider that is not ours, on a port of its own. */
interface Issuer {
  readonly url: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** A redirect page to which an attacker has brought a state of their own. */
  readonly plantedUri: string;
}

const REPORT = '<script src="/cdn/callback.js"></script>';
const PLANT = `<script>
  history.replaceState(null, '', location.href.replace(/state=[^&]*/, 'state=planted'));
</script>`;

const test = base.extend<object, { issuer: Issuer }>({
  context: async ({ context }, use) => {
    // A font of the provider's pages.
    await context.route('https://fonts.googleapis.com/**', (route) => route.abort());
    await use(context);
  },

  issuer: [
    async ({ site }, use) => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = `http://localhost:${(server.address() as AddressInfo).port}`;
      const issuer = {
        url,
        clientId: 'shop',
        redirectUri: site.page('/reported', REPORT),
        plantedUri: site.page('/planted', PLANT + REPORT),
      };
      const provider = new Provider(url, {
        clients: [
          {
            client_id: issuer.clientId,
            redirect_uris: [issuer.redirectUri, issuer.plantedUri],
            token_endpoint_auth_method: 'none',
            application_type: 'native',
          },
        ],
        pkce: { required: () => true },
      });
      const handle = provider.callback() as RequestListener;
      server.on('request', handle);
      await use(issuer);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

const ELEMENT = ({ url, clientId, redirectUri }: Issuer, issuer = url): string => `
  <script type="module" src="/dist/index.js"></script>
  <crm-oauth-button
    provider="oauth2" authorization-endpoint="${url}/auth" issuer="${issuer}"
    client-id="${clientId}" redirect_uri="${redirectUri}" scopes="openid"
  ></crm-oauth-button>`;

const HEADLESS = ({ url, clientId, redirectUri }: Issuer): string => `
  <button id="own">Connect</button>
  <script type="module">
    import { authorize, oauth2 } from '/dist/consent.js';

    const request = oauth2({
      authorizationEndpoint: '${url}/auth',
      issuer: '${url}',
      clientId: '${clientId}',
      redirectUri: '${redirectUri}',
      scope: 'openid',
    });
    await request.ready;
    document.querySelector('#own').onclick = async () => {
      log.push(['crm-oauth-success', await authorize(request)]);
    };
  </script>`;

/** Signs in and consents, as the provider's own pages ask. */
async function signIn(page: Page): Promise<void> {
  await page.locator('[name=login]').fill('ann');
  await page.locator('[name=password]').fill('any');
  await page.locator('[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function consent(popup: Page): Promise<void> {
  const closed = popup.waitForEvent('close');
  await signIn(popup);
  await closed;
}

async function refuse(popup: Page): Promise<void> {
  const closed = popup.waitForEvent('close');
  await popup.getByText('Cancel').click();
  await closed;
}

/** Exchanges a code as a client that is not ours does. */
async function exchange(
  { url, clientId, redirectUri }: Issuer,
  { params, state, codeVerifier }: AuthorizationResponse,
): Promise<oauth.TokenEndpointResponse> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Its name is a warning; the provider is on this machine.
  const insecure = { [oauth.allowInsecureRequests]: true };
  const issuer = new URL(url);
  const discovery = await oauth.discoveryRequest(issuer, insecure);
  const server = await oauth.processDiscoveryResponse(issuer, discovery);
  const client = { client_id: clientId };
  const answer = oauth.validateAuthResponse(server, client, new URLSearchParams(params), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    redirectUri,
    codeVerifier!,
    insecure,
  );
  return oauth.processAuthorizationCodeResponse(server, client, response, { requireIdToken: true });
}

const responseOf = (seen: Seen[]) =>
  seen.find(([what]) => what === 'crm-oauth-success')?.[1] as AuthorizationResponse;
const errorOf = (seen: Seen[]) => seen.find(([what]) => what === 'crm-oauth-error')?.[1];

for (const [use, html, selector] of [
  ['the element', ELEMENT, 'crm-oauth-button'],
  ['authorize()', HEADLESS, '#own'],
] as const) {
  test(`a code by ${use} is good for tokens, with its verifier`, async ({
    visit,
    openConsent,
    issuer,
    seen,
  }) => {
    await visit(html(issuer));
    await consent(await openConsent(selector));
    await expect.poll(async () => responseOf(await seen())).toBeTruthy();
    const response = responseOf(await seen());
    expect(response.params).toEqual({ code: response.code, state: response.state, iss: issuer.url });
    const tokens = await exchange(issuer, response);
    expect(tokens).toMatchObject({ token_type: 'bearer', access_token: expect.any(String) });
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'ann', aud: issuer.clientId });
  });
}

test.describe('with the whole page', () => {
  const withPage = (issuer: Issuer, id?: string): string =>
    ELEMENT(issuer, id).replace('<crm-oauth-button', '<crm-oauth-button mode="redirect"');

  test('a code by the element is good for tokens: its verifier has survived the trip', async ({
    visit,
    page,
    issuer,
    site,
    seen,
  }) => {
    await visit(withPage(issuer));
    await page.locator('crm-oauth-button').click();
    await signIn(page);
    await page.waitForURL(`${site.url}/`);
    await expect.poll(async () => responseOf(await seen())).toBeTruthy();
    const tokens = await exchange(issuer, responseOf(await seen()));
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'ann', aud: issuer.clientId });
  });

  test('a code by authorizeWithRedirect() is good for tokens, too', async ({ visit, page, issuer, site }) => {
    site.page(
      '/reported',
      `<script type="module">
        import { completeAuthorization } from '/dist/callback.js';
        document.title = JSON.stringify(completeAuthorization());
      </script>`,
    );
    await visit(HEADLESS(issuer).replace('authorize,', 'authorizeWithRedirect as authorize,'));
    await page.locator('#own').click();
    await signIn(page);
    await expect(page).toHaveTitle(/codeVerifier/);
    site.page('/reported', REPORT);
    const tokens = await exchange(issuer, JSON.parse(await page.title()) as AuthorizationResponse);
    expect(tokens).toMatchObject({ token_type: 'bearer' });
  });

  for (const [answer, give] of Object.entries({
    code: signIn,
    refusal: (page: Page) => page.getByText('Cancel').click(),
  })) {
    test(`a ${answer} of another issuer than the page asked is refused`, async ({
      visit,
      page,
      issuer,
      site,
      seen,
    }) => {
      await visit(withPage(issuer, 'https://id.example'));
      await page.locator('crm-oauth-button').click();
      await give(page);
      await page.waitForURL(`${site.url}/`);
      await expect
        .poll(async () => errorOf(await seen()))
        .toMatchObject({
          code: 'issuer_mismatch',
          kind: 'client',
        });
      expect(responseOf(await seen())).toBe(undefined);
    });
  }
});

test('a code with the verifier of another attempt is good for nothing', async ({
  visit,
  openConsent,
  issuer,
  seen,
}) => {
  await visit(ELEMENT(issuer));
  await consent(await openConsent());
  await expect.poll(async () => responseOf(await seen())).toBeTruthy();
  const stolen = { ...responseOf(await seen()), codeVerifier: 'v'.repeat(43) };
  await expect(exchange(issuer, stolen)).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('a refusal is told', async ({ visit, openConsent, issuer, seen }) => {
  await visit(ELEMENT(issuer));
  await refuse(await openConsent());
  await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'denied']);
  expect(errorOf(await seen())).toMatchObject({ code: 'access_denied', kind: 'provider' });
});

for (const [answer, give] of Object.entries({ code: consent, refusal: refuse })) {
  test(`a ${answer} of another issuer than the page asked is refused`, async ({
    visit,
    openConsent,
    issuer,
    seen,
  }) => {
    await visit(ELEMENT(issuer, 'https://id.example'));
    await give(await openConsent());
    await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'error']);
    expect(errorOf(await seen())).toMatchObject({ code: 'issuer_mismatch', kind: 'client' });
    expect(responseOf(await seen())).toBe(undefined);
  });
}

test('a code with another state is refused', async ({ visit, openConsent, issuer, seen }) => {
  await visit(ELEMENT({ ...issuer, redirectUri: issuer.plantedUri }));
  await consent(await openConsent());
  await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'error']);
  expect(errorOf(await seen())).toMatchObject({ code: 'state_mismatch', kind: 'client' });
  expect(responseOf(await seen())).toBe(undefined);
});
