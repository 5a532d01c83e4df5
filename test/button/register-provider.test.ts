import { expect, fixture } from '@open-wc/testing';
import {
  type ButtonProvider,
  type CrmOAuthButton,
  oauth2,
  type ProviderName,
  registerProvider,
} from '../../src/index.js';
import { preparePair } from '../../src/providers/pkce.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { inside } from '../helpers/button.js';
import { until } from '../helpers/until.js';

const ACME: ButtonProvider = {
  brand: 'Acme',
  language: 'es',
  logo: 'M4 4h16v16H4z',
  usesPkce: true,
  reportsOnly: true,
  request: ({ clientId, redirectUri }) =>
    oauth2({ authorizationEndpoint: 'https://id.acme.example/authorize', clientId, redirectUri }),
};

describe('a provider of the page’s own', () => {
  let consent: FakeConsent;
  beforeEach(() => (consent = fakeConsent()));
  afterEach(() => consent.restore());

  const draw = (provider: string): Promise<CrmOAuthButton> =>
    fixture(
      `<crm-oauth-button provider="${provider}" client-id="an-id" redirect_uri="${location.origin}/callback"></crm-oauth-button>`,
    );

  // The first of all: from then on there is always a pair.
  it('has a PKCE verifier made as its button is drawn, for the click has no time for that', async () => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const digests: unknown[] = [];
    crypto.subtle.digest = (algorithm, data) =>
      digest(algorithm, data).finally(() => digests.push(algorithm));
    registerProvider('acme' as ProviderName, ACME);
    const button = await draw('acme');
    await until(() => digests.length > 0);
    Reflect.deleteProperty(crypto.subtle, 'digest');
    await preparePair();
    button.addEventListener('crm-oauth-success', (event) => event.preventDefault());
    button.click();
    expect(consent.urls[0]?.searchParams.get('code_challenge')).to.match(/^[\w-]{43}$/);
    const response = button.authorize();
    consent.allow();
    expect((await response).codeVerifier).to.match(/^[\w-]{43}$/);
  });

  it('has a button with its name, its mark and its language', async () => {
    registerProvider('acme' as ProviderName, ACME);
    const button = await draw('acme');
    expect(inside(button, '.caption').textContent).to.equal('Continuar con Acme');
    expect(inside(button, '.mark').style.clipPath).to.contain('path');
  });

  it('prepares in a way of its own, where it has one', async () => {
    let prepared = 0;
    registerProvider('acme-2' as ProviderName, { ...ACME, prepare: () => prepared++ });
    await draw('acme-2');
    expect(prepared).to.be.greaterThan(0);
  });

  it('replaces one of that name', async () => {
    registerProvider('acme' as ProviderName, ACME);
    registerProvider('acme' as ProviderName, { ...ACME, brand: 'Acme 2' });
    expect(inside(await draw('acme'), '.caption').textContent).to.equal('Continuar con Acme 2');
  });
});
