import { expect, fixture, html } from '@open-wc/testing';
import { isOnThisMachine } from '../../src/button/console.js';
import {
  AuthorizationError,
  type CrmOAuthButton,
  type ProviderName,
  registerProvider,
} from '../../src/index.js';
import { line } from '../helpers/button.js';
import { recordConsole } from '../helpers/console.js';
import { until } from '../helpers/until.js';

describe('the developer', () => {
  const errors = recordConsole('error');
  recordConsole('warn');
  beforeEach(() => (errors.length = 0));

  for (const url of [
    'http://localhost',
    'https://localhost:8443/a',
    'http://shop.localhost:3000',
    'http://127.0.0.1:5173',
    'http://127.1.2.3',
    'http://[::1]:8080',
    'file:///home/shop/index.html',
  ]) {
    it(`is whoever looks at ${url}`, () => expect(isOnThisMachine(new URL(url))).to.be.true);
  }
  for (const url of [
    'https://shop.example',
    'https://localhost.shop.example',
    'https://mylocalhost',
    'https://127.0.0.1.shop.example',
    'https://127.shop.example',
    'http://192.168.0.1',
    'http://[::2]',
    'about:srcdoc',
    'data:text/html,',
  ]) {
    it(`is nobody who looks at ${url}`, () => expect(isOnThisMachine(new URL(url))).to.be.false);
  }

  /** The line below a button after a click. */
  async function told(button: CrmOAuthButton): Promise<string> {
    button.click();
    await button.updateComplete;
    return line(button);
  }

  for (const [named, attributes] of [
    ['data-client-id', {}],
    ['server', { 'client-id': 'a', server: 'sandbox' }],
    ['client-id', { provider: 'hubspot', redirect_uri: 'https://shop.example/callback' }],
    ['redirectUri', { provider: 'hubspot', 'client-id': 'a' }],
    ['authorizationEndpoint', { provider: 'oauth2', 'client-id': 'a', redirect_uri: 'https://shop.example' }],
  ] as const) {
    it(`reads below the button what is wrong with ${named}: ${JSON.stringify(attributes)}`, async () => {
      const button = document.createElement('crm-oauth-button');
      for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
      await fixture(button);
      button.setAttribute('locale', 'es');
      expect(await told(button)).to.include(named);
      expect(button.shadowRoot!.querySelector('.status [lang=en]'), 'in English').to.exist;
    });
  }

  it('reads the next mistake after the first, and nothing once all is well', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`);
    expect(await told(button)).to.include('data-client-id is missing');
    Object.assign(button, { clientId: 'a', server: 'sandbox' });
    expect(await told(button)).to.include('"sandbox"');
    button.server = '';
    button.addEventListener('crm-oauth-start', (event) => event.preventDefault());
    button.click();
    await until(() => button.status === 'idle');
    await button.updateComplete;
    expect(line(button)).to.equal('');
  });

  it('reads what a provider of the page’s own throws, and so does the console', async () => {
    registerProvider('picky' as ProviderName, {
      brand: 'Picky',
      language: 'en',
      logo: 'M4 4h16v16H4z',
      request: () => {
        throw new TypeError('shop is missing: name one.');
      },
    });
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button provider="picky"></crm-oauth-button>`,
    );
    const failed = button.authorize().catch((error: unknown) => error);
    expect(await failed)
      .to.be.instanceOf(AuthorizationError)
      .and.have.property('code', 'invalid_configuration');
    await button.updateComplete;
    expect(line(button)).to.equal('shop is missing: name one.');
    expect(errors).to.have.length(1);
  });
});
