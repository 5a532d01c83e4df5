import { expect, fixture, html } from '@open-wc/testing';
import type { CrmConnections, CrmConnectionsChangeEvent } from '../../src/connections.js';
import '../../src/connections.js';
import { all, client, connection, draw, one, serve, texts } from '../helpers/connections-server.js';
import { recordConsole } from '../helpers/console.js';
import { until } from '../helpers/until.js';

const is = (element: CrmConnections, state: string): boolean => element.matches(`:state(${state})`);

describe('the list of <crm-connections>', () => {
  const server = serve();
  const errors = recordConsole('error');
  const warnings = recordConsole('warn');

  it('has a card for each client, with its accounts', async () => {
    server.connections = [
      connection('1', 'hubspot', { until: Date.UTC(2026, 5, 12, 12) }),
      connection('2', 'hubspot', { accountName: undefined, host: '' }),
    ];
    const element = await draw();
    expect(server.asked.sort()).to.eql(['GET /crm/clients', 'GET /crm/connections']);
    expect(texts(element, '.name')).to.eql(['HubSpot', 'Pipedrive']);
    expect(texts(element, '.account-name')).to.eql(['Acme Trading', '200']);
    const [first = '', second = ''] = texts(element, '.account');
    expect(first).to.include('acme.hubspot.example');
    expect(first).to.include('Connected since Mar 14, 2026').and.to.include('Access until Jun 12, 2026');
    expect(second).to.not.include('until');
    expect(texts(element, '.none')).to.eql(['Not connected']);
    expect(is(element, 'ready')).to.be.true;
  });

  it('gives each button its settings, its state and its mode', async () => {
    server.clients = [client('zoho', { region: 'eu', scopes: 'crm', state: 'x', mode: 'popup' })];
    const element = await draw({ theme: 'dark', locale: 'es-MX' });
    const [button] = element.shadowRoot!.querySelectorAll('crm-oauth-button');
    expect(button).to.include({
      provider: 'zoho',
      clientId: 'zoho-id',
      region: 'eu',
      scopes: 'crm',
      state: '',
    });
    expect(button).to.include({ mode: 'post_message', theme: 'dark', locale: 'es' });
  });

  for (const [what, approach] of [
    ['the pointer is over it', (card: Element) => card.dispatchEvent(new PointerEvent('pointerenter'))],
    ['it has the focus', (card: Element) => card.querySelector('crm-oauth-button')?.focus()],
  ] as const) {
    it(`asks for the state of a card when ${what}, and for no other`, async () => {
      server.clients = [client('zoho'), client('hubspot')];
      const element = await draw();
      expect(server.states).to.eql([]);
      approach(element.shadowRoot!.querySelector('.card')!);
      await until(() => server.states.length > 0);
      expect(server.states).to.eql([`${location.origin}/crm/state?provider=zoho`]);
    });
  }

  it('shows the provider that a client is named after, or else that of its settings', async () => {
    server.clients = [client('zoho', { provider: 'hubspot' }), client('sales', { provider: 'hubspot' })];
    const element = await draw();
    expect(texts(element, '.name')).to.eql(['Zoho', 'HubSpot']);
    const buttons = [...element.shadowRoot!.querySelectorAll('crm-oauth-button')];
    expect(buttons.map(({ provider }) => provider)).to.eql(['zoho', 'hubspot']);
  });

  it('leaves out a client whose provider nobody has registered, and says so once', async () => {
    server.clients = [client('toString'), client('acme'), client('zoho')];
    await draw();
    const element = await draw();
    expect(texts(element, '.name')).to.eql(['Zoho']);
    expect(warnings.filter((text) => text.includes('"acme" has no registered provider'))).to.have.length(1);
  });

  it('has the clients that providers names, in its order, each once', async () => {
    const element = await draw({ providers: 'pipedrive, nobody hubspot pipedrive' });
    expect(texts(element, '.name')).to.eql(['Pipedrive', 'HubSpot']);
    element.providers = 'hubspot';
    await element.updateComplete;
    expect(texts(element, '.name')).to.eql(['HubSpot']);
    element.removeAttribute('providers');
    element.providers = '';
    await element.updateComplete;
    expect(texts(element, '.name')).to.eql(['HubSpot', 'Pipedrive']);
  });

  it('tells the page of the first list, and of those that differ', async () => {
    const told: (readonly unknown[])[] = [];
    const listener = ({ connections }: CrmConnectionsChangeEvent): unknown => told.push(connections);
    document.body.addEventListener('crm-connections-change', listener);
    const element = await draw();
    await element.refresh();
    expect(told).to.eql([[connection('1', 'hubspot')]]);
    server.connections = [];
    await element.refresh();
    document.body.removeEventListener('crm-connections-change', listener);
    expect(told).to.have.length(2);
    expect(told[1]).to.eql([]);
    expect(element.connections).to.eql([]);
  });

  describe('while it loads', () => {
    it('is busy, says so, and keeps the place of as many cards as providers names', async () => {
      server.connections = 'never';
      const element = await fixture<CrmConnections>(
        html`<crm-connections src="/crm/connections" providers="hubspot pipedrive"></crm-connections>`,
      );
      expect(one(element, '.root').getAttribute('aria-busy')).to.equal('true');
      expect(one(element, '[role=status]').textContent).to.equal('Loading…');
      expect(all(element, '.skeleton')).to.have.length(2);
      expect(all(element, '[aria-hidden] .skeleton')).to.have.length(2);
      const { height } = element.getBoundingClientRect();
      server.connections = [connection('1', 'hubspot')];
      await element.refresh();
      expect(one(element, '.root').hasAttribute('aria-busy')).to.be.false;
      expect(element.getBoundingClientRect().height, 'nothing moves').to.equal(height);
    });
  });

  it('says that there is no CRM', async () => {
    server.clients = [];
    const element = await draw();
    expect(texts(element, '.message')).to.eql(['There is no CRM to connect.']);
    expect(is(element, 'empty')).to.be.true;
  });

  describe('without an answer', () => {
    it('says so, and tries again by a button', async () => {
      server.connections = 'offline';
      const element = await draw();
      expect(texts(element, '.message span')).to.eql(['No connection to the server.']);
      expect(one(element, '.message').closest('[role=status]')).to.exist;
      expect(is(element, 'offline')).to.be.true;
      server.connections = [];
      one(element, '.message button').click();
      await until(() => is(element, 'ready'));
      await element.updateComplete;
      expect(all(element, '.message')).to.be.empty;
    });

    it('tries again once the browser is online, and only then', async () => {
      server.connections = 'offline';
      const element = await draw();
      server.connections = [];
      dispatchEvent(new Event('online'));
      await until(() => is(element, 'ready'));
      server.asked.length = 0;
      dispatchEvent(new Event('online'));
      expect(server.asked).to.be.empty;
    });

    it('does not wait for ever', async () => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      AbortSignal.timeout = () => AbortSignal.abort();
      server.connections = 'offline';
      const fetch = window.fetch.bind(window);
      window.fetch = (_, init) =>
        init?.signal?.aborted
          ? Promise.reject(new DOMException('', 'TimeoutError'))
          : new Promise(() => undefined);
      const element = await draw();
      AbortSignal.timeout = timeout;
      window.fetch = fetch;
      expect(is(element, 'offline')).to.be.true;
    });
  });

  for (const [what, answer] of Object.entries({
    'a status': 500,
    'no JSON': { body: '<!doctype html>' },
    'no list': { body: '{}' },
  })) {
    it(`says that it could not be loaded: ${what}`, async () => {
      server.connections = answer;
      const element = await draw();
      expect(texts(element, '.message span')).to.eql(['The connections could not be loaded.']);
      expect(is(element, 'error')).to.be.true;
      expect(texts(element, '.message button')).to.eql(['Try again']);
    });
  }

  for (const [src, message] of [
    ['', 'src of <crm-connections> is missing'],
    ['https://other.example/crm', 'src of <crm-connections>'],
  ] as const) {
    it(`tells the developer on this machine what is wrong with src="${src}"`, async () => {
      const element = await fixture<CrmConnections>(
        html`<crm-connections src=${src} locale="es"></crm-connections>`,
      );
      await until(() => is(element, 'error'));
      expect(texts(element, '.message [lang=en]')[0]).to.include(message);
      expect(texts(element, '.message button')).to.have.length(1);
    });
  }

  it('stays if it cannot be loaded anew', async () => {
    const element = await draw();
    for (const answer of [500, 'offline'] as const) {
      server.connections = answer;
      await element.refresh();
      expect(texts(element, '.account-name')).to.eql(['Acme Trading']);
      expect(texts(element, '.message')).to.have.length(1);
    }
    expect(element.connections).to.have.length(1);
  });

  it('stays while another one is on its way', async () => {
    const element = await draw();
    server.connections = 'never';
    void element.refresh();
    await element.updateComplete;
    expect(texts(element, '.account-name')).to.eql(['Acme Trading']);
    expect(is(element, 'ready')).to.be.true;
  });

  describe('where nobody is signed in', () => {
    it('gives way to a sentence', async () => {
      server.connections = 401;
      const element = await draw();
      expect(one(element, '.message').innerText.trim()).to.equal('Sign in to see your connections.');
      expect(is(element, 'signed-out')).to.be.true;
    });

    it('gives way to what the page has slotted, and shows nobody else the accounts', async () => {
      const element = await draw();
      element.append(Object.assign(document.createElement('a'), { slot: 'signed-out', href: '/login' }));
      server.clients = 401;
      await element.refresh();
      const slot = one(element, 'slot[name=signed-out]') as HTMLSlotElement;
      expect(slot.assignedElements()).to.have.length(1);
      expect(all(element, '.card')).to.be.empty;
      expect(element.connections).to.eql([]);
    });

    it('knows it by a redirect to a login page, which is not followed', async () => {
      const fetch = window.fetch.bind(window);
      window.fetch = (_, { redirect } = {}) =>
        Promise.resolve({ type: redirect === 'manual' ? 'opaqueredirect' : 'basic', status: 0 } as Response);
      const element = await draw();
      window.fetch = fetch;
      expect(is(element, 'signed-out')).to.be.true;
    });
  });

  describe('its requests', () => {
    const aborted = (): boolean[] => server.requests.map(({ signal }) => Boolean(signal?.aborted));

    it('end when the element leaves the page, and start anew when it comes back', async () => {
      server.connections = 'never';
      server.clients = 'never';
      const element = await fixture<CrmConnections>(
        html`<crm-connections src="/crm/connections"></crm-connections>`,
      );
      const outcome = element.refresh();
      const { parentElement } = element;
      element.remove();
      expect(aborted()).to.eql([true, true, true, true]);
      await outcome;
      expect(errors.filter((text) => text.includes('Aborted'))).to.be.empty;
      server.asked.length = 0;
      dispatchEvent(new Event('online'));
      expect(server.asked).to.be.empty;
      parentElement!.append(element);
      expect(server.asked).to.have.length(2);
      element.remove();
    });

    it('follow src, whose list replaces the other one', async () => {
      const element = await draw();
      server.asked.length = 0;
      server.connections = 'never';
      element.src = '/other/list';
      await element.updateComplete;
      expect(server.asked.sort()).to.eql(['GET /other/clients', 'GET /other/list']);
      expect(all(element, '.account')).to.be.empty;
      expect(is(element, 'loading')).to.be.true;
    });

    it('give way to a later one, whose outcome both promises wait for', async () => {
      const element = await draw();
      server.connections = 'never';
      const first = element.refresh();
      server.connections = [];
      await Promise.all([first, element.refresh()]);
      expect(element.connections).to.eql([]);
      await first;
      expect(texts(element, '.none')).to.have.length(2);
    });
  });

  for (const src of [
    'https://evil.example/crm/connections',
    'javascript:alert(1)',
    'https://a:b@localhost/',
    '',
  ]) {
    it(`asks nobody for src="${src}", and the console says what to write`, async () => {
      const element = await draw({ src });
      expect(server.asked).to.be.empty;
      expect(is(element, 'error')).to.be.true;
      await element.refresh();
      const said = errors.filter((text) =>
        text.includes(src ? 'src of <crm-connections> must be' : 'is missing'),
      );
      expect(said).to.have.length(1);
      expect(said[0]).to.include('write a path');
    });
  }
});
