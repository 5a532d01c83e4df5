import { expect } from '@open-wc/testing';
import type { CrmConnections, CrmOAuthButton } from '../../src/connections.js';
import '../../src/connections.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { inside } from '../helpers/button.js';
import { all, connection, draw, one, serve, texts } from '../helpers/connections-server.js';
import { until } from '../helpers/until.js';

describe('connecting in <crm-connections>', () => {
  const server = serve();
  let consent: FakeConsent;
  beforeEach(() => {
    consent = fakeConsent();
  });
  afterEach(() => consent.restore());

  const button = (element: CrmConnections, index = 0): CrmOAuthButton =>
    all(element, 'crm-oauth-button')[index] as CrmOAuthButton;
  const caption = (element: CrmConnections, index = 0): string =>
    inside(button(element, index), '.caption').innerText.trim();
  /** Lets the button fetch its state, which it does ahead of the click. */
  const connect = async (element: CrmConnections, index = 0): Promise<void> => {
    button(element, index).click();
    await until(() => consent.urls.length);
    consent.allow();
  };

  it('shows the new account, and keeps the button and the focus', async () => {
    const element = await draw();
    const pipedrive = button(element, 1);
    expect(caption(element, 1)).to.equal('Continue with Pipedrive');
    server.connections = [
      connection('1', 'hubspot'),
      connection('2', 'pipedrive', { accountName: 'Globex' }),
    ];
    await connect(element, 1);
    await until(() => pipedrive.status === 'authorized');
    expect(texts(element, '.account-name')).to.eql(['Acme Trading', 'Globex']);
    expect(button(element, 1)).to.equal(pipedrive);
    expect(element.shadowRoot!.activeElement).to.equal(pipedrive);
    await pipedrive.updateComplete;
    expect(caption(element, 1)).to.equal('Connect another account');
  });

  it('keeps the button busy until the new list is there', async () => {
    const element = await draw();
    server.connections = 'never';
    await connect(element, 1);
    await until(() => server.asked.length > 2);
    expect(button(element, 1).status).to.equal('waiting');
    server.connections = [];
    await element.refresh();
    await until(() => button(element, 1).status === 'authorized');
  });

  it('counts as connected even if no new list comes: the server has the tokens', async () => {
    const element = await draw();
    server.connections = 'offline';
    await connect(element, 1);
    await until(() => button(element, 1).status === 'authorized');
    await element.updateComplete;
    expect(texts(element, '.message')).to.have.length(1);
  });

  it('asks for the states that the back end has issued', async () => {
    const element = await draw();
    await connect(element);
    expect(consent.urls[0]!.searchParams.get('state')).to.equal('a-state');
    expect(server.states[0]).to.include('provider=hubspot');
  });

  for (const [statuses, offer] of [
    [[], 'connect'],
    [['connected'], 'another'],
    [['connected', 'reconnect'], 'reconnect'],
    [['disconnected'], 'connect'],
    [['disconnected', 'connected'], 'connect'],
    [['disconnected', 'reconnect'], 'reconnect'],
  ] as const) {
    it(`offers one thing to accounts that are ${statuses.join(' and ') || 'not there'}: ${offer}`, async () => {
      server.connections = statuses.map((status, index) => connection(`${index}`, 'hubspot', { status }));
      const element = await draw({ providers: 'hubspot' });
      expect(all(element, 'crm-oauth-button').map(({ className }) => className)).to.eql([offer]);
      expect(button(element)).to.have.property('reconnect', offer === 'reconnect');
      expect(button(element).title).to.equal(offer === 'another' ? 'Connect another account' : '');
    });
  }

  it('says in words that the access has ended', async () => {
    server.connections = [connection('1', 'hubspot', { status: 'reconnect', until: 1 })];
    const element = await draw();
    expect(texts(element, '.account .status')).to.eql(['Access has expired. Connect again.']);
  });

  it('does not go on saying that an account is connected which has gone', async () => {
    server.connections = [];
    const element = await draw({ providers: 'hubspot' });
    server.connections = [connection('1', 'hubspot')];
    await connect(element);
    await until(() => button(element).status === 'authorized');
    one(element, '.leave').click();
    await element.updateComplete;
    one(element, '.confirm').click();
    await until(() => element.connections.length === 0);
    await element.updateComplete;
    expect(button(element).status).to.equal('idle');
  });

  it('lets the events of its buttons out', async () => {
    const element = await draw();
    const types: string[] = [];
    for (const type of ['crm-oauth-start', 'crm-oauth-success'] as const) {
      document.body.addEventListener(type, () => types.push(type), { once: true });
    }
    await connect(element);
    await until(() => types.length === 2);
  });
});
