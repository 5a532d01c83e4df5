import { expect, fixture, html } from '@open-wc/testing';
import {
  amocrm,
  type AuthorizationError,
  type AuthorizationRequest,
  kommo,
  oauth2,
} from '../../src/consent.js';
import { inWindow } from '../../src/consent/in-window.js';
import { CATALOGUE } from '../../src/providers/catalogue.js';
import type { Entry } from '../../src/providers/entries.js';
import { createAttempt } from '../../src/consent/attempt.js';
import type { CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';

const EVIL = 'https://evil.example';

/** Attacker-chosen values for every property that is read from options, requests, settings, queries and messages. */
const POLLUTION: Record<string, unknown> = {
  server: EVIL,
  state: 'evil',
  allowedOrigins: [EVIL],
  mode: 'post_message',
  locale: 'evil',
  name: 'evil',
  description: 'evil',
  redirectUri: `${EVIL}/`,
  redirect_uri: `${EVIL}/`,
  secretsUri: `${EVIL}/`,
  logo: `${EVIL}/`,
  scopes: 'evil',
  scope: 'evil',
  clientId: 'evil',
  client_id: 'evil',
  issuer: EVIL,
  iss: EVIL,
  pkce: false,
  parameters: { evil: 'evil' },
  authorizationEndpoint: EVIL,
  kind: 'provider',
  errorCallback: 'evil',
  code: 'evil',
  error: 'evil',
  domain: 'evil.my.salesforce.com',
  region: 'eu',
  resource: 'https://evil.crm.dynamics.com',
  tenant: 'evil',
  referer: 'evil.kommo.com',
  url: EVIL,
};

async function polluted<T>(task: () => T | Promise<T>): Promise<T> {
  Object.assign(Object.prototype, POLLUTION);
  try {
    return await task();
  } finally {
    for (const name of Object.keys(POLLUTION)) Reflect.deleteProperty(Object.prototype, name);
  }
}

const endpoint = 'https://id.example/authorize';
const uri = 'https://shop.example/callback';
const SAMPLE = { clientId: 'shop', redirectUri: uri, authorizationEndpoint: endpoint };
/** What a provider cannot do without. */
const samples: Readonly<Record<string, object>> = {
  bitrix24: { domain: 'acme.bitrix24.com' },
  dynamics: { resource: 'https://acme.crm4.dynamics.com' },
  zendesk: { domain: 'acme.zendesk.com' },
};
const requests: Record<string, () => AuthorizationRequest> = {
  'kommo()': () => kommo({ clientId: 'shop' }),
  'kommo() with metadata': () => kommo({ name: 'Shop', redirectUri: uri, secretsUri: uri }),
  'amocrm()': () => amocrm({ clientId: 'shop' }),
  'oauth2()': () => oauth2({ authorizationEndpoint: endpoint, clientId: 'shop', redirectUri: uri }),
  ...Object.fromEntries(
    Object.entries<Entry>(CATALOGUE).map(([name, { request }]) => [
      `${name}() of a button`,
      () => request({ ...SAMPLE, ...samples[name] } as never),
    ]),
  ),
};

/** The parts of an attempt that are the same each time: the URL, and what it expects. */
const attempted = (make: () => AuthorizationRequest): unknown => {
  const request = make();
  const { transaction } = createAttempt(request, inWindow());
  const url = new URL(transaction.url);
  for (const name of ['state', 'code_challenge']) {
    if (url.searchParams.get(name)) url.searchParams.set(name, 'new');
  }
  const consent = [EVIL, 'https://www.kommo.com'].map((origin) => request.isConsentOrigin(origin));
  return JSON.stringify([url.href, transaction.state === 'evil', consent, { ...request }]);
};

describe('what Object.prototype was given', () => {
  const open = window.open.bind(window);
  afterEach(() => (window.open = open));

  for (const [name, make] of Object.entries(requests)) {
    it(`sets no option of ${name}`, async () => {
      await make().ready;
      const expected = attempted(make);
      await make().ready;
      expect(await polluted(() => attempted(make))).to.equal(expected);
    });
  }

  it('sets nothing on a button, and lends no message a meaning', async () => {
    const popup = (await fixture<HTMLIFrameElement>(html`<iframe title=""></iframe>`)).contentWindow!;
    const urls: string[] = [];
    window.open = (url) => {
      urls.push(String(url));
      return popup;
    };
    const element = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button client-id="shop"></crm-oauth-button>`,
    );
    const told: string[] = [];
    element.addEventListener('crm-oauth-success', () => told.push('success'));
    await polluted(async () => {
      const outcome = element.authorize().catch((error: unknown) => error as AuthorizationError);
      const post = (data: unknown, origin: string): unknown =>
        dispatchEvent(new MessageEvent('message', { data, origin, source: popup }));
      for (const origin of [EVIL, location.origin, 'https://www.kommo.com']) {
        post({}, origin);
        post({ type: 'authorization_response', response: {} }, origin);
      }
      expect(element.status).to.equal('waiting');
      element.cancel();
      expect(await outcome).to.include({ code: 'aborted', kind: 'client', clientId: 'shop' });
    });
    expect(told).to.eql([]);
    const { origin, searchParams } = new URL(urls[0]!);
    expect(origin).to.equal('https://www.kommo.com');
    expect(searchParams.get('state')).to.match(/^[\da-f]{32}$/);
    expect([...searchParams.keys()]).to.eql(['state', 'mode', 'origin', 'client_id']);
  });
});
